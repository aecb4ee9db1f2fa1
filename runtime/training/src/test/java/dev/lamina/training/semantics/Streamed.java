package dev.lamina.training.semantics;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;

/**
 * Data in memory, read one sample after the other.
 *
 * @param data what is read
 */
record Streamed(Dataset data) implements SampleStream {

  @Override
  public int featureWidth() {
    return data.featureWidth();
  }

  @Override
  public int targetWidth() {
    return data.targetWidth();
  }

  @Override
  public boolean isWeighted() {
    return data.isWeighted();
  }

  @Override
  public SamplePass open() {
    return new SamplePass() {
      private int next;

      @Override
      public double weight() {
        return data.weight(next - 1);
      }

      @Override
      public boolean read(double[] features, double[] targets) {
        if (next == data.size()) {
          return false;
        }
        data.copyFeatures(next, features, 0);
        data.copyTargets(next++, targets, 0);
        return true;
      }
    };
  }
}
