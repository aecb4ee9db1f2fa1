package dev.lamina.training.semantics;

import dev.lamina.training.TrainingListener;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Samples that write down, epoch by epoch, in which order they are read. */
final class RecordingDataset implements Dataset, TrainingListener {

  private final Dataset samples;
  private final List<List<Integer>> epochs = new ArrayList<>();

  RecordingDataset(Dataset samples) {
    this.samples = samples;
  }

  /** The rows in the order in which each epoch read them; checks before the first do not count. */
  List<List<Integer>> epochs() {
    return epochs;
  }

  @Override
  public void epochStarted(int number) {
    epochs.add(new ArrayList<>());
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public int featureWidth() {
    return samples.featureWidth();
  }

  @Override
  public int targetWidth() {
    return samples.targetWidth();
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    if (!epochs.isEmpty()) {
      epochs.get(epochs.size() - 1).add(row);
    }
    samples.copyFeatures(row, into, at);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    samples.copyTargets(row, into, at);
  }
}
