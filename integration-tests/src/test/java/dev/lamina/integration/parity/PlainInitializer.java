package dev.lamina.integration.parity;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What a matrix of initial weights is like.
 *
 * @param formula what the word means, as text
 * @param reference what is compared
 * @param differs how far a matrix is from it
 * @param tolerance how far it may be
 */
record PlainInitializer(
    String formula, String reference, ToDoubleFunction<double[][]> differs, double tolerance) {

  private static final double EXACT = 1e-12;

  /** The errors of moments of 100,000 draws are about 0.003. */
  private static final double OF_MOMENTS = 0.01;

  double difference(double[][] weights) {
    return differs.applyAsDouble(weights);
  }

  /** Weights that are known one by one. */
  static PlainInitializer exactly(String formula, ToDoubleFunction<double[][]> differs) {
    return new PlainInitializer(formula, "each weight", differs, EXACT);
  }

  /** Draws with these moments, none of which is further from the mean than the bound. */
  static PlainInitializer moments(String formula, double mean, double deviation, double bound) {
    return new PlainInitializer(
        formula,
        "mean, deviation and bound of 100,000 draws, in deviations",
        weights -> difference(weights, mean, deviation, bound),
        OF_MOMENTS);
  }

  private static double difference(
      double[][] weights, double mean, double deviation, double bound) {
    double[] draws = Arrays.stream(weights).flatMapToDouble(DoubleStream::of).toArray();
    double found = DoubleStream.of(draws).average().orElseThrow();
    double variance =
        DoubleStream.of(draws).map(w -> (w - found) * (w - found)).average().orElseThrow();
    double largest = DoubleStream.of(draws).map(w -> Math.abs(w - mean)).max().orElseThrow();
    return DoubleStream.of(
            Math.abs(found - mean) / deviation,
            Math.abs(Math.sqrt(variance) / deviation - 1),
            Math.max(0, largest - bound * (1 + 1e-12)) / deviation)
        .max()
        .orElseThrow();
  }
}
