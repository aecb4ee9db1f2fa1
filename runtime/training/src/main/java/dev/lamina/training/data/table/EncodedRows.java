package dev.lamina.training.data.table;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.encoding.TableEncoding;
import java.util.List;

/**
 * Records as numbers.
 *
 * @param features {@code [records][features]}
 * @param targets {@code [records]}
 * @param preprocessing how they became numbers, and what the classes are called
 */
record EncodedRows(List<double[]> features, double[] targets, Preprocessing preprocessing)
    implements Dataset {

  @Override
  public int size() {
    return targets.length;
  }

  @Override
  public int featureWidth() {
    return preprocessing.encoding().map(TableEncoding::width).orElse(0);
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    double[] record = features.get(row);
    System.arraycopy(record, 0, into, at, record.length);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    into[at] = targets[row];
  }

  @Override
  public String toString() {
    return "Dataset[samples %d, features %d, targets 1]".formatted(size(), featureWidth());
  }
}
