package dev.lamina.training.data;

import java.util.Arrays;

/** Mean 0 and standard deviation 1. */
record StandardNormalizer() implements Normalizer {

  /** In two passes, each corrected by what rounding left, so that large means cost no digits. */
  @Override
  public Fit fit(double[] values) {
    int count = values.length;
    double mean = Arrays.stream(values).sum() / count;
    double start = mean;
    mean += Arrays.stream(values).map(value -> value - start).sum() / count;
    double squares = 0;
    double left = 0;
    for (double value : values) {
      double deviation = value - mean;
      squares += deviation * deviation;
      left += deviation;
    }
    double variance = Math.max(0, (squares - left * left / count) / count);
    return new Fit(mean, isRounding(variance, mean, count) ? 1 : Math.sqrt(variance));
  }

  /** Whether the variance is so small that it may come from rounding alone. */
  private static boolean isRounding(double variance, double mean, int count) {
    double epsilon = Math.ulp(1.0);
    double ofMean = count * mean * epsilon;
    return variance <= count * epsilon * variance + ofMean * ofMean;
  }

  @Override
  public String toString() {
    return "standard()";
  }
}
