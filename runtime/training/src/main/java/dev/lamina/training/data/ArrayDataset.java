package dev.lamina.training.data;

/** Samples in memory. */
record ArrayDataset(Matrix features, Matrix targets) implements Dataset {

  ArrayDataset {
    Matrix.CALL.that(
        features.rows() == targets.rows(),
        "targets",
        "as many as the features, which are " + features.rows() + ",",
        targets.rows(),
        "give each sample its target");
  }

  @Override
  public int size() {
    return features.rows();
  }

  @Override
  public int featureWidth() {
    return features.width();
  }

  @Override
  public int targetWidth() {
    return targets.width();
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    features.copyRow(row, into, at);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    targets.copyRow(row, into, at);
  }

  /** What a data set holds, in a line. */
  static String text(Dataset data) {
    StringBuilder text = new StringBuilder("Dataset[samples ").append(data.size());
    text.append(", features ").append(data.featureWidth());
    text.append(data.preprocessing().normalization().isPresent() ? " normalized" : "");
    text.append(", targets ").append(data.targetWidth());
    text.append(data.labels().isEmpty() ? "" : ", labels " + data.labels());
    return text.append("]").toString();
  }

  @Override
  public String toString() {
    return text(this);
  }
}
