package dev.lamina.training.model;

import java.util.Arrays;

/**
 * The outputs that several predictions for one sample give: their mean, and how far they differ.
 *
 * <p>Equal to another with the same numbers.
 *
 * @param mean the mean of each output, {@code [outputs]}
 * @param standardDeviation the root of the sample variance {@code sum (y - mean)^2 / (n - 1)} of
 *     each output over the n predictions, {@code [outputs]}
 */
public record UncertainPrediction(double[] mean, double[] standardDeviation) {

  /** Copies the numbers. */
  public UncertainPrediction {
    mean = mean.clone();
    standardDeviation = standardDeviation.clone();
  }

  @Override
  public double[] mean() {
    return mean.clone();
  }

  @Override
  public double[] standardDeviation() {
    return standardDeviation.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UncertainPrediction that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(standardDeviation, that.standardDeviation);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(standardDeviation);
  }

  /** Such as {@code [0.8, 0.2] +- [0.05, 0.01]}. */
  @Override
  public String toString() {
    return Arrays.toString(mean) + " +- " + Arrays.toString(standardDeviation);
  }
}
