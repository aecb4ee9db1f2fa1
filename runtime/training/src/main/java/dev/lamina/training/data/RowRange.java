package dev.lamina.training.data;

/** Consecutive samples of another data set. */
record RowRange(Dataset all, int from, int to) implements Dataset {

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public int featureWidth() {
    return all.featureWidth();
  }

  @Override
  public int targetWidth() {
    return all.targetWidth();
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    all.copyFeatures(from + row, into, at);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    all.copyTargets(from + row, into, at);
  }
}
