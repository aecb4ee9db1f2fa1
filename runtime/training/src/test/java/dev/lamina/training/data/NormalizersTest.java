package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.robust;
import static dev.lamina.training.data.Normalizers.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures from scikit-learn 1.9.1: {@code StandardScaler}, {@code MinMaxScaler} and {@code
 * RobustScaler}, {@code fit_transform} of every 15th flower of iris.
 */
class NormalizersTest {

  private static final double[][] FLOWERS = {
    {5.1, 3.5, 1.4, 0.2},
    {5.7, 4.4, 1.5, 0.4},
    {4.8, 3.1, 1.6, 0.2},
    {4.8, 3.0, 1.4, 0.3},
    {5.0, 2.0, 3.5, 1.0},
    {6.6, 3.0, 4.4, 1.4},
    {5.5, 2.6, 4.4, 1.2},
    {7.6, 3.0, 6.6, 2.1},
    {6.9, 3.2, 5.7, 2.3},
    {7.7, 3.0, 6.1, 2.3}
  };

  private static final Offset<Double> EXACT = within(1e-14);

  @Test
  void standardHasTheFiguresOfScikitLearn() {
    double[] means = {5.970000000000001, 3.08, 3.66, 1.1400000000000001};
    double[] deviations = {1.0789346597454361, 0.5793099343184097, 1.974943037153224, 0.82};
    double[] row = {
      -1.084403016838898, -0.13809533595194515, -1.1443368023705995, -1.0243902439024393
    };

    assertFits(standard(), means, deviations, row);
  }

  @Test
  void minMaxHasTheFiguresOfScikitLearn() {
    double[] least = {4.8, 2.0, 1.4, 0.2};
    double[] ranges = {2.9000000000000004, 2.4000000000000004, 5.199999999999999, 2.1};
    double[] row = {0, 0.41666666666666674, 0, 0.047619047619047616};

    assertFits(minMax(), least, ranges, row);
  }

  @Test
  void minMaxOfARangeHasTheFiguresOfScikitLearn() {
    double[] middles = {6.25, 3.2, 4.0, 1.25};
    double[] halves = {1.45, 1.2, 2.6, 1.05};
    double[] row = {-1, -0.16666666666666652, -1, -0.9047619047619047};

    assertFits(minMax(-1, 1), middles, halves, row);
  }

  @Test
  void robustHasTheFiguresOfScikitLearn() {
    double[] medians = {5.6, 3.0, 3.95, 1.1};
    double[] ranges = {1.7999999999999998, 0.17500000000000027, 3.85, 1.6};
    double[] row = {-0.44444444444444436, 0, -0.6623376623376623, -0.5};

    assertFits(robust(), medians, ranges, row);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 5, 0.1, -1e15})
  void aFeatureThatNeverVariesIsDividedByOne(double value) {
    double[] values = new double[10];
    Arrays.fill(values, value);

    assertThat(standard().fit(values)).isEqualTo(new Normalizer.Fit(value, 1));
    assertThat(minMax().fit(values)).isEqualTo(new Normalizer.Fit(value, 1));
    assertThat(robust().fit(values)).isEqualTo(new Normalizer.Fit(value, 1));
  }

  /** As in scikit-learn, whose scale is the inverse. */
  @Test
  void aFeatureThatNeverVariesBecomesTheLowEnd() {
    Normalizer.Fit fit = minMax(-1, 1).fit(new double[] {5, 5, 5});

    assertThat((5 - fit.center()) / fit.scale()).isEqualTo(-1);
    assertThat((6 - fit.center()) / fit.scale()).isEqualTo(1);
  }

  @Test
  void aLargeMeanCostsNoDigits() {
    Normalizer.Fit fit = standard().fit(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4});

    assertThat(fit.center()).isEqualTo(1e9 + 2.5);
    assertThat(fit.scale()).isEqualTo(Math.sqrt(1.25));
  }

  @Test
  void quartilesOfFewValuesAreInterpolated() {
    assertThat(robust().fit(new double[] {7})).isEqualTo(new Normalizer.Fit(7, 1));
    assertThat(robust().fit(new double[] {3, 1})).isEqualTo(new Normalizer.Fit(2, 1));
    assertThat(robust().fit(new double[] {9, 1, 5})).isEqualTo(new Normalizer.Fit(5, 4));
  }

  @Test
  void valuesStayInTheirOrder() {
    double[] values = {3, 1, 2};

    Normalizer.Fit fit = robust().fit(values);

    assertThat(fit.center()).isEqualTo(2);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void theyPrintAsTheCodeThatBuildsThem() {
    assertThat(standard()).hasToString("standard()");
    assertThat(minMax()).hasToString("minMax()").isEqualTo(minMax(0, 1));
    assertThat(minMax(-1, 0.5)).hasToString("minMax(-1, 0.5)");
    assertThat(robust()).hasToString("robust()");
  }

  @Test
  void aRangeMustHaveAWidth() {
    String message = messageOf(() -> minMax(1, 1));

    assertThat(message)
        .isEqualTo(
            """
            `minMax(1, 1)` is not valid: 1 problem.
              1. `high` must be above `low`, which is 1, but is 1.
                 Fix: give the range of the normalized features, such as 0 and 1.""");
  }

  private static void assertFits(
      Normalizer normalizer, double[] centers, double[] scales, double[] fourthRow) {
    for (int column = 0; column < 4; column++) {
      int at = column;
      double[] values = Arrays.stream(FLOWERS).mapToDouble(flower -> flower[at]).toArray();
      Normalizer.Fit fit = normalizer.fit(values);
      assertThat(fit.center()).isCloseTo(centers[column], EXACT);
      assertThat(fit.scale()).isCloseTo(scales[column], EXACT);
      assertThat((values[3] - fit.center()) / fit.scale()).isCloseTo(fourthRow[column], EXACT);
    }
  }
}
