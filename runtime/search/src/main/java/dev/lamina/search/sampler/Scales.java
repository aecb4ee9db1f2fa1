package dev.lamina.search.sampler;

import java.util.Arrays;

/**
 * What a {@link Surrogate} is like: in each dimension the length over which values are alike, the
 * variance of the values, and that of their noise.
 *
 * <p>All are kept as logarithms in this order, as they are fitted.
 */
final class Scales {

  /** Below, matrices would not be positive definite. */
  static final double LEAST_NOISE = 1e-6;

  private final double[] logs;
  private final double[] inverseSquares;

  Scales(double... logs) {
    this.logs = logs.clone();
    this.inverseSquares =
        Arrays.stream(logs).limit(size()).map(each -> StrictMath.exp(-2 * each)).toArray();
  }

  /** With the same length in each of so many dimensions. */
  static Scales all(int dimensions, double length, double signal, double noise) {
    double[] logs = new double[dimensions + 2];
    Arrays.fill(logs, StrictMath.log(length));
    logs[dimensions] = StrictMath.log(signal);
    logs[dimensions + 1] = StrictMath.log(noise);
    return new Scales(logs);
  }

  /** In how many dimensions. */
  int size() {
    return logs.length - 2;
  }

  double[] logs() {
    return logs.clone();
  }

  /** The length of a dimension to the power of -2. */
  double inverseSquare(int dimension) {
    return inverseSquares[dimension];
  }

  double signal() {
    return StrictMath.exp(logs[size()]);
  }

  double noise() {
    return StrictMath.exp(logs[size() + 1]);
  }
}
