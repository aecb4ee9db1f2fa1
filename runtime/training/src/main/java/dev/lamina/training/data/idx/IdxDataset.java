package dev.lamina.training.data.idx;

import dev.lamina.training.data.Dataset;

/** The rows of one IDX file with the labels of another. */
record IdxDataset(IdxFile rows, IdxFile classes) implements Dataset {

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int featureWidth() {
    return rows.width();
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    int width = rows.width();
    int from = row * width;
    for (int column = 0; column < width; column++) {
      into[at + column] = rows.value(from + column);
    }
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    into[at] = classes.value(row);
  }

  @Override
  public String toString() {
    return "Dataset[samples %d, features %d, targets 1]".formatted(size(), featureWidth());
  }
}
