package dev.lamina.training.data;

/**
 * Some samples side by side, row by row in one array each.
 *
 * @param rows how many samples
 * @param features {@code [rows, features]}
 * @param targets {@code [rows, targets]}
 * @param weights how much the loss of each sample counts, {@code [rows]}; empty where each counts 1
 */
public record Batch(int rows, double[] features, double[] targets, double[] weights) {

  /** Samples that count 1 each. */
  public Batch(int rows, double[] features, double[] targets) {
    this(rows, features, targets, new double[0]);
  }

  /** The samples with these numbers, from {@code from}, inclusive, to {@code to}, exclusive. */
  public static Batch of(Dataset data, int[] order, int from, int to) {
    Batch batch = sized(data, to - from);
    batch.gather(data, order, from);
    return batch;
  }

  /** A batch of zeros, to gather so many samples of this data in. */
  public static Batch sized(Dataset data, int rows) {
    return new Batch(
        rows,
        new double[rows * data.featureWidth()],
        new double[rows * data.targetWidth()],
        new double[data.isWeighted() ? rows : 0]);
  }

  /** Takes the samples with these numbers in, from {@code from} on, instead of those it holds. */
  public void gather(Dataset data, int[] order, int from) {
    int featureWidth = data.featureWidth();
    int targetWidth = data.targetWidth();
    for (int row = 0; row < rows; row++) {
      int sample = order[from + row];
      data.copyFeatures(sample, features, row * featureWidth);
      data.copyTargets(sample, targets, row * targetWidth);
    }
    for (int row = 0; row < weights.length; row++) {
      weights[row] = data.weight(order[from + row]);
    }
  }

  /** Whether samples count differently. */
  public boolean isWeighted() {
    return weights.length > 0;
  }
}
