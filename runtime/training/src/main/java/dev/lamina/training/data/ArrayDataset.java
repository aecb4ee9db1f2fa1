package dev.lamina.training.data;

import dev.lamina.dsl.problem.Requirement;

/** Samples in memory. */
record ArrayDataset(Matrix features, Matrix targets) implements Dataset {

  ArrayDataset {
    Requirement.of("Dataset.of")
        .that(
            features.rows() == targets.rows(),
            "targets",
            "as many rows as features, " + features.rows(),
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

  @Override
  public String toString() {
    return size() + " samples of " + featureWidth() + " features and " + targetWidth() + " targets";
  }
}
