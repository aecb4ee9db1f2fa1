package dev.lamina.training.listener.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void marksAreRoundNumbersAroundTheValues() {
    Scale scale = Scale.linear(new double[] {0.37, 1.19, Double.NaN, Double.POSITIVE_INFINITY});

    assertThat(scale.marks())
        .usingElementComparator(ScaleTest::nearly)
        .containsExactly(0.2, 0.4, 0.6, 0.8, 1.0, 1.2);
    assertThat(scale.low()).isEqualTo(0.2, within(1e-12));
    assertThat(scale.high()).isEqualTo(1.2, within(1e-12));
    assertThat(scale.place(0.7)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void equalNumbersLieInTheMiddle() {
    Scale scale = Scale.linear(new double[] {0.8, 0.8});

    assertThat(scale.place(0.8)).isBetween(0.3, 0.7);
    assertThat(scale.low()).isPositive();
  }

  @Test
  void zerosLieAtTheBottom() {
    Scale scale = Scale.linear(new double[] {0, 0});

    assertThat(scale.low()).isZero();
    assertThat(scale.place(0)).isZero();
  }

  /** Marks as far apart as the lesser of both is from zero would be ten thousand millions. */
  @Test
  void tinyNumbersOnBothSidesOfZeroHaveFewMarks() {
    Scale scale = Scale.linear(new double[] {-1e-20, 1e-30});

    assertThat(scale.marks()).hasSizeBetween(3, 12);
    assertThat(scale.place(-1e-20)).isBetween(0.0, 0.2);
    assertThat(scale.place(1e-30)).isBetween(0.6, 1.0);
  }

  /** 300 of 598 powers of ten, though their ratio is no number. */
  @Test
  void theRatioOfTheEndsMayBeInfinite() {
    Scale scale = Scale.logarithmic(new double[] {1e-299, 1e298});

    assertThat(scale.place(10) - scale.place(1e-299))
        .isEqualTo(300 * (scale.place(1e100) - scale.place(1e99)), within(1e-9));
    assertThat(scale.place(scale.low())).isZero();
    assertThat(scale.place(scale.high())).isEqualTo(1);
  }

  @Test
  void farApartNumbersAreMarkedByPowersOfTen() {
    Scale scale = Scale.logarithmic(new double[] {2e-5, 0.04, 0, -1});

    assertThat(scale.marks())
        .usingElementComparator(ScaleTest::nearly)
        .containsExactly(1e-5, 1e-4, 1e-3, 1e-2, 0.1);
    assertThat(scale.place(1e-3)).isEqualTo(0.5, within(1e-12));
    assertThat(scale.shows(0)).isFalse();
  }

  @Test
  void nearNumbersAreMarkedByOneTwoAndFive() {
    Scale scale = Scale.logarithmic(new double[] {0.07, 1.4});

    assertThat(scale.marks())
        .usingElementComparator(ScaleTest::nearly)
        .containsExactly(0.05, 0.1, 0.2, 0.5, 1.0, 2.0);
    assertThat(scale.place(0.05)).isEqualTo(0, within(1e-12));
    assertThat(scale.place(2)).isEqualTo(1, within(1e-12));
  }

  @Test
  void theFirstEpochIsMarkedAndThenRoundOnes() {
    assertThat(Scale.epochs(1, 34).marks()).containsExactly(1.0, 10.0, 20.0, 30.0);
    assertThat(Scale.epochs(1, 3).marks()).containsExactly(1.0, 2.0, 3.0);
    assertThat(Scale.epochs(0, 34).marks()).containsExactly(0.0, 10.0, 20.0, 30.0);
  }

  @Test
  void aSingleEpochLiesInTheMiddle() {
    Scale scale = Scale.epochs(1, 1);

    assertThat(scale.marks()).containsExactly(1.0);
    assertThat(scale.place(1)).isEqualTo(0.5);
  }

  private static int nearly(double one, double other) {
    return Math.abs(one - other) <= 1e-12 * Math.abs(other) ? 0 : Double.compare(one, other);
  }
}
