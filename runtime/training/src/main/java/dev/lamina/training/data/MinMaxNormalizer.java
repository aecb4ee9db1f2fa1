package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;

/**
 * Between two numbers.
 *
 * @param low what the smallest value becomes
 * @param high what the largest becomes
 */
record MinMaxNormalizer(double low, double high) implements Normalizer {

  /** Checks the numbers. */
  MinMaxNormalizer {
    String fix = "give the range of the normalized features, such as 0 and 1";
    Requirement.of("minMax", low, high)
        .finite("low", low, fix)
        .finite("high", high, fix)
        .that(high > low, "high", "above `low`, which is " + Code.literal(low) + ",", high, fix);
  }

  @Override
  public Fit fit(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    double range = most > least ? most - least : 1;
    double scale = range / (high - low);
    return new Fit(least - low * scale, scale);
  }

  @Override
  public String toString() {
    boolean isDefault = low == 0 && high == 1;
    return (isDefault ? Code.call("minMax") : Code.call("minMax", low, high)).toString();
  }
}
