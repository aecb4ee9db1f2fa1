package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class NormalTest {

  @Test
  void theShareBelowIsThatOfTheErrorFunction() {
    for (double x = -8; x <= 8; x += 0.01) {
      assertThat(Normal.below(x))
          .isCloseTo(Erf.erfc(-x / Math.sqrt(2)) / 2, Percentage.withPercentage(1e-6));
    }
  }

  @Test
  void farOutNothingIsLeft() {
    assertThat(Normal.below(-40)).isZero();
    assertThat(Normal.below(40)).isOne();
  }

  /** {@code Φ(-9) - Φ(-10)} and its mirror image, which has no digits if taken from 1. */
  @Test
  void littleSharesKeepTheirDigits() {
    assertThat(Normal.between(9, 10)).isEqualTo(Normal.between(-10, -9));
    assertThat(Normal.between(9, 10)).isCloseTo(1.12851221e-19, Percentage.withPercentage(1e-5));
  }

  @Test
  void drawsHaveMeanZeroAndVarianceOne() {
    SplittableRandom random = new SplittableRandom(1);
    double[] draws = DoubleStream.generate(() -> Normal.draw(random)).limit(100_000).toArray();

    assertThat(DoubleStream.of(draws).average().orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(DoubleStream.of(draws).map(each -> each * each).average().orElseThrow())
        .isCloseTo(1, within(0.015));
  }
}
