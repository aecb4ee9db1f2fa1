package dev.lamina.training.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateCurveTest {

  @Test
  void aLossBeforeCountsZeroPointNineEightTimesTheNext() {
    RateWatch watch = new RateWatch();
    double[] losses = {2, 1.5, 1.75, 0.5};

    for (int i = 0; i < losses.length; i++) {
      watch.add(0.01 * (i + 1), losses[i]);
    }

    double weighted = 0.98 * 0.98 * 0.98 * 2 + 0.98 * 0.98 * 1.5 + 0.98 * 1.75 + 0.5;
    double weights = 0.98 * 0.98 * 0.98 + 0.98 * 0.98 + 0.98 + 1;
    RateCurve.Point last = watch.curve().points().get(3);
    assertThat(last.rate()).isEqualTo(0.04);
    assertThat(last.loss()).isEqualTo(0.5);
    assertThat(last.smoothed()).isCloseTo(weighted / weights, within(1e-12));
    assertThat(watch.curve().hasDiverged()).isFalse();
  }

  @Test
  void theSearchIsOverBeyondFourTimesTheBestLoss() {
    RateWatch watch = new RateWatch();
    watch.add(0.1, 1);
    watch.add(0.2, 6.9);

    boolean before = watch.isOver();
    watch.add(0.3, 100);

    // (0.98 + 6.9) / 1.98 = 3.98 is below 4, the next mean is not.
    assertThat(before).isFalse();
    assertThat(watch.isOver()).isTrue();
    assertThat(watch.curve().hasDiverged()).isTrue();
    assertThat(watch.curve().points()).hasSize(3);
  }

  @Test
  void theSearchIsOverWhereALossIsNotFinite() {
    RateWatch watch = new RateWatch();
    watch.add(0.1, 1);

    watch.add(0.2, Double.NaN);

    assertThat(watch.isOver()).isTrue();
    assertThat(watch.curve().points()).hasSize(1);
  }

  @Test
  void aLossBelowZeroIsNoDivergence() {
    RateWatch watch = new RateWatch();

    watch.add(0.1, -0.5);
    watch.add(0.2, -0.6);
    watch.add(0.3, -0.7);

    assertThat(watch.isOver()).isFalse();
  }

  @Test
  void theSuggestionIsATenthOfTheRateWhereTheLossIsLowest() {
    RateCurve curve = curve(rate -> Math.pow(Math.log10(rate) + 2, 2));

    OptionalDouble suggestion = curve.suggestion();

    assertThat(suggestion.orElseThrow()).isCloseTo(1e-3, within(1e-15));
  }

  @Test
  void theLossFallsSteepestAlongTheLogarithm() {
    RateCurve curve = curve(rate -> 1 / (1 + Math.pow(rate / 1e-3, 2)));

    OptionalDouble steepest = curve.steepest();

    // 1 / (1 + e^(2 (x - x0))) is steepest at x0, and 1e-3 is one of the rates.
    assertThat(steepest.orElseThrow()).isCloseTo(1e-3, within(1e-15));
  }

  @Test
  void theStartAndTheEndAreNotSteepest() {
    RateCurve falling = curve(rate -> Math.log(rate) * Math.log(rate));

    // Steepest at the smallest rate; the first ten points are skipped, and one for the difference.
    assertThat(falling.steepest()).hasValue(falling.points().get(11).rate());
  }

  @Test
  void aLossThatFallsNowhereGivesNoSuggestion() {
    RateCurve rising = curve(rate -> rate);

    assertThat(rising.suggestion()).isEmpty();
    assertThat(rising.steepest()).isEmpty();
    assertThat(rising.toString()).endsWith("no suggestion: the loss falls nowhere");
  }

  @Test
  void aCurvePrintsSomeTwentyFiveLinesAndTheSuggestion() {
    RateCurve curve = curve(rate -> 1 / (1 + Math.pow(rate / 1e-3, 2)));

    List<String> lines = curve.toString().lines().toList();

    assertThat(lines.get(0)).isEqualTo("learning rate        loss    smoothed");
    assertThat(lines.get(1)).isEqualTo("     1.00e-06      1.0000      1.0000");
    assertThat(lines).contains("     1.00e-03      0.5000      0.5000 <- steepest");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("suggestion 1.00e-01");
    assertThat(lines).contains("     1.00e+00      0.0000      0.0000 <- lowest");
    assertThat(lines).hasSizeLessThanOrEqualTo(29);
  }

  /** 61 rates from 1e-6 to 1, ten a decade. */
  private static RateCurve curve(DoubleUnaryOperator loss) {
    return new RateCurve(
        IntStream.rangeClosed(0, 60)
            .mapToDouble(i -> Math.pow(10, i / 10.0 - 6))
            .mapToObj(
                rate ->
                    new RateCurve.Point(rate, loss.applyAsDouble(rate), loss.applyAsDouble(rate)))
            .toList(),
        false);
  }
}
