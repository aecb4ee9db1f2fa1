package dev.lamina.training.data;

import java.util.Arrays;

/** Median 0 and interquartile range 1. */
record RobustNormalizer() implements Normalizer {

  @Override
  public Fit fit(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    return new Fit(quantile(sorted, 0.5), range > 0 ? range : 1);
  }

  /** The value below which this share lies, interpolated between the two nearest. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    double step = place - below;
    double distance = sorted[above] - sorted[below];
    return step < 0.5 ? sorted[below] + distance * step : sorted[above] - distance * (1 - step);
  }

  @Override
  public String toString() {
    return "robust()";
  }
}
