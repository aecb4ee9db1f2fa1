package dev.lamina.training.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean and variance of predictions that come one after the other, {@code [samples][outputs]} each.
 *
 * <p>Exact where the predictions differ little beside their size (Welford, Note on a Method for
 * Calculating Corrected Sums of Squares and Products, 1962).
 */
final class Spread {

  private final double[][] means;
  private final double[][] squares;
  private int count;

  /** Of no prediction yet, for so many samples of so many outputs. */
  Spread(int samples, int outputs) {
    this.means = new double[samples][outputs];
    this.squares = new double[samples][outputs];
  }

  void add(double[][] prediction) {
    count++;
    for (int row = 0; row < means.length; row++) {
      for (int i = 0; i < means[row].length; i++) {
        double before = prediction[row][i] - means[row][i];
        means[row][i] += before / count;
        squares[row][i] += before * (prediction[row][i] - means[row][i]);
      }
    }
  }

  /** The mean of each output. */
  double[][] means() {
    return Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
  }

  /** For each sample, of at least two predictions. */
  List<UncertainPrediction> predictions() {
    return IntStream.range(0, means.length)
        .mapToObj(row -> new UncertainPrediction(means[row], deviations(squares[row])))
        .toList();
  }

  private double[] deviations(double[] sums) {
    return Arrays.stream(sums).map(sum -> Math.sqrt(sum / (count - 1))).toArray();
  }
}
