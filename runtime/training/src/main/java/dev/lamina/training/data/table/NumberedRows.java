package dev.lamina.training.data.table;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import java.util.List;

/**
 * Records whose one feature is their number, so that a split of them says which went where.
 *
 * @param targets what is predicted for each, which a stratified split goes by
 * @param labels the names of the classes, if it is a class
 */
record NumberedRows(double[] targets, List<String> labels) implements Dataset {

  /** The numbers of the records in a part. */
  static int[] in(Dataset part) {
    double[] number = new double[1];
    int[] numbers = new int[part.size()];
    for (int row = 0; row < numbers.length; row++) {
      part.copyFeatures(row, number, 0);
      numbers[row] = (int) number[0];
    }
    return numbers;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.none().labels(labels);
  }

  @Override
  public int size() {
    return targets.length;
  }

  @Override
  public int featureWidth() {
    return 1;
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    into[at] = row;
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    into[at] = targets[row];
  }
}
