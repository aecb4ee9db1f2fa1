package dev.lamina.training.data;

/**
 * Samples whose features were copied and changed once.
 *
 * @param all the samples as they were
 * @param features their features now
 * @param preprocessing what was done to them
 */
record CopiedFeatures(Dataset all, Matrix features, Preprocessing preprocessing)
    implements DatasetView {

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    features.copyRow(row, into, at);
  }

  @Override
  public String toString() {
    return ArrayDataset.text(this);
  }
}
