package dev.lamina.training.data;

/**
 * Some samples side by side, row by row in one array each.
 *
 * @param rows how many samples
 * @param features {@code [rows, features]}
 * @param targets {@code [rows, targets]}
 */
public record Batch(int rows, double[] features, double[] targets) {

  /** The samples with these numbers, from {@code from}, inclusive, to {@code to}, exclusive. */
  public static Batch of(Dataset data, int[] order, int from, int to) {
    int rows = to - from;
    double[] features = new double[rows * data.featureWidth()];
    double[] targets = new double[rows * data.targetWidth()];
    for (int row = 0; row < rows; row++) {
      int sample = order[from + row];
      data.copyFeatures(sample, features, row * data.featureWidth());
      data.copyTargets(sample, targets, row * data.targetWidth());
    }
    return new Batch(rows, features, targets);
  }
}
