package dev.lamina.inference.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalDistributionTest {

  private final NormalDistribution distribution = new NormalDistribution();

  @Test
  void valuesAreThoseOfTheSeries() {
    for (double z = -9; z <= 9; z += 0.03125) {
      assertThat(distribution.below(z)).as("at %s", z).isCloseTo(normal(z), within(1e-15));
    }
  }

  /** Abramowitz and Stegun, table 26.2: Q(2), Q(5) and Q(9). */
  @Test
  void tailsAreThoseOfTheTable() {
    assertThat(distribution.below(-2))
        .isCloseTo(0.022750131948179, Percentage.withPercentage(1e-10));
    assertThat(distribution.below(-5)).isCloseTo(2.866515719e-7, Percentage.withPercentage(1e-7));
    assertThat(distribution.below(-9)).isCloseTo(1.1286e-19, Percentage.withPercentage(0.01));
  }

  @Test
  void farValuesAreZeroAndOne() {
    assertThat(distribution.below(0)).isCloseTo(0.5, within(1e-16));
    assertThat(distribution.below(-40)).isZero();
    assertThat(distribution.below(40)).isEqualTo(1);
    assertThat(distribution.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(distribution.below(Double.NaN)).isNaN();
  }

  /**
   * The distribution function of N(0, 1) by its series {@code 1/2 + density(z) (z + z^3 / 3 + z^5 /
   * (3 5) + ...)}; Marsaglia, Evaluating the normal distribution, 2004.
   */
  static double normal(double z) {
    if (Math.abs(z) > 30) {
      return z > 0 ? 1 : 0;
    }
    double term = z;
    double sum = z;
    for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 4; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
  }
}
