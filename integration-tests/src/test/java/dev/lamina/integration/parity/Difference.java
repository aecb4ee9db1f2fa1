package dev.lamina.integration.parity;

/**
 * How far numbers are from their references: {@code |a - b| / max(1, |b|)}, absolute for small
 * references and relative for large ones. Equal infinities do not differ; NaN differs without
 * bounds.
 */
final class Difference {

  private Difference() {}

  /** The largest difference of these numbers. */
  static double of(double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new IllegalArgumentException(
          "Expected " + expected.length + " numbers but got " + actual.length);
    }
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, of(actual[i], expected[i]));
    }
    return largest;
  }

  /** The difference of two numbers. */
  static double of(double actual, double expected) {
    if (actual == expected) {
      return 0;
    }
    double difference = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** The difference in parts of the reference, however small that is. */
  static double relative(double actual, double expected) {
    return actual == expected ? 0 : of(actual / expected, 1);
  }
}
