package dev.lamina.training.evaluation;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against scikit-learn: see {@link Scored}. */
class RegressionReportTest {

  private static final Offset<Double> TINY = within(1e-12);
  private static final Scored SCORED = Scored.numbers(4, 101);

  @Test
  void figuresOfOneOutputAreThoseOfScikitLearn() {
    RegressionScores scores = column(0, 101).outputs().get(0);

    assertThat(scores.meanAbsoluteError()).isCloseTo(3.069925742574257, TINY);
    assertThat(scores.meanSquaredError()).isCloseTo(13.025719368811881, TINY);
    assertThat(scores.rootMeanSquaredError()).isCloseTo(3.609116147869431, TINY);
    assertThat(scores.medianAbsoluteError()).isEqualTo(3);
    assertThat(scores.maxError()).isEqualTo(6.6875);
    assertThat(scores.meanAbsolutePercentageError()).isCloseTo(0.9169040070330661, TINY);
    assertThat(scores.rSquared()).isCloseTo(0.9878424542116683, TINY);
    assertThat(scores.explainedVariance()).isCloseTo(0.9884737188260592, TINY);
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    RegressionScores scores = column(2, 100).average();

    assertThat(scores.medianAbsoluteError()).isCloseTo(2.875, TINY);
    assertThat(scores.rSquared()).isCloseTo(0.9989241854411013, TINY);
  }

  @Test
  void severalOutputsAreAveragedAsByScikitLearn() {
    RegressionScores average = RegressionReport.of(SCORED.actual(), SCORED.predicted()).average();

    assertThat(average.meanAbsoluteError()).isCloseTo(2.953795379537954, TINY);
    assertThat(average.meanSquaredError()).isCloseTo(12.152305074257425, TINY);
    assertThat(average.rootMeanSquaredError()).isCloseTo(3.484349630113796, TINY);
    assertThat(average.medianAbsoluteError()).isCloseTo(2.9583333333333335, TINY);
    assertThat(average.maxError()).isEqualTo(6.6875);
    assertThat(average.meanAbsolutePercentageError()).isCloseTo(0.36908175765508705, TINY);
    assertThat(average.rSquared()).isCloseTo(0.9947641732664018, TINY);
    assertThat(average.explainedVariance()).isCloseTo(0.9950007875116391, TINY);
  }

  @Test
  void constantTargetsAreExplainedWhollyOrNotAtAll() {
    double[] constant = {3, 3, 3};

    RegressionScores met = RegressionReport.of(constant, constant).average();
    RegressionScores shifted = RegressionReport.of(constant, new double[] {4, 4, 4}).average();
    RegressionScores missed = RegressionReport.of(constant, new double[] {3, 4, 5}).average();

    assertThat(met.rSquared()).isEqualTo(1);
    assertThat(shifted.rSquared()).isZero();
    assertThat(shifted.explainedVariance()).isEqualTo(1);
    assertThat(missed.explainedVariance()).isZero();
  }

  @Test
  void oneSampleHasNoSpreadToExplain() {
    RegressionScores scores = RegressionReport.of(new double[] {2}, new double[] {1}).average();

    assertThat(scores.rSquared()).isNaN();
    assertThat(scores.meanAbsoluteError()).isEqualTo(1);
  }

  @Test
  void aReportOfSeveralOutputsHasAColumnForEach() {
    double[][] actual = {{1, 10}, {3, 30}};
    double[][] predicted = {{2, 10}, {3, 20}};

    String table = RegressionReport.of(actual, predicted).toString();

    assertThat(table.replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
                                            output 0  output 1  average
            mean absolute error               0.5000    5.0000   2.7500
            mean squared error                0.5000   50.0000  25.2500
            root mean squared error           0.7071    7.0711   3.8891
            median absolute error             0.5000    5.0000   2.7500
            max error                         1.0000   10.0000  10.0000
            mean absolute percentage error    0.5000    0.1667   0.3333
            R2                                0.5000    0.5000   0.5000
            explained variance                0.7500    0.7500   0.7500
            samples                                2""");
  }

  @Test
  void aReportOfOneOutputHasOneColumn() {
    String table = RegressionReport.of(new double[] {1, 3}, new double[] {2, 3}).toString();

    assertThat(table.replace(System.lineSeparator(), "\n"))
        .startsWith("mean absolute error             0.5000\nmean squared error ");
  }

  /** The mean of three times 0.1 is 0.10000000000000002. */
  @Test
  void equalTargetsHaveNoSpreadWhateverTheirMeanIsRoundedTo() {
    double[] tenths = {0.1, 0.1, 0.1};

    RegressionScores missed =
        RegressionReport.of(tenths, new double[] {0.2, 0.2, 0.3}).outputs().get(0);
    RegressionScores met = RegressionReport.of(tenths, tenths).outputs().get(0);

    assertThat(missed.rSquared()).isZero();
    assertThat(missed.explainedVariance()).isZero();
    assertThat(met.rSquared()).isOne();
    assertThat(met.explainedVariance()).isOne();
  }

  @Test
  void smallAndHugeErrorsArePrintedWithPowersOfTen() {
    String table = RegressionReport.of(new double[] {0, 0}, new double[] {2e-7, 2e-7}).toString();
    String huge = RegressionReport.of(new double[] {0, 1}, new double[] {3e9, 3e9}).toString();

    assertThat(table).contains("mean absolute error             2.0000e-07");
    assertThat(huge).contains("max error                        3.0000e+09");
  }

  @Test
  void predictionsOfAnotherWidthAreRefused() {
    String message =
        messageOf(() -> RegressionReport.of(new double[][] {{1, 2}}, new double[][] {{1}}));

    assertThat(message)
        .isEqualTo(
            """
            `RegressionReport.of(actual, predicted)` is not valid: 1 problem.
              1. `predicted[0]` must be 2 long but is 1.
                 Fix: give every sample as many numbers.""");
  }

  private static RegressionReport column(int index, int samples) {
    return RegressionReport.of(
        Arrays.copyOf(Scored.column(SCORED.actual(), index), samples),
        Arrays.copyOf(Scored.column(SCORED.predicted(), index), samples));
  }
}
