package dev.lamina.training.evaluation;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static final Offset<Double> TINY = within(1e-12);
  private static final boolean[] ACTUAL = {true, false, true, false, true};
  private static final double[] SCORES = {0.9, 0.7, 0.7, 0.2, 0.2};

  @Test
  void rocPointsCountWhatHasAtLeastAScore() {
    RocCurve curve = RocCurve.of(ACTUAL, SCORES);

    assertThat(curve.points())
        .containsExactly(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(0.9, 0, 1 / 3.0),
            new RocCurve.Point(0.7, 0.5, 2 / 3.0),
            new RocCurve.Point(0.2, 1, 1));
  }

  @Test
  void tiedPairsCountHalfInTheArea() {
    RocCurve curve = RocCurve.of(ACTUAL, SCORES);

    // Of six pairs 0.9 wins two, 0.7 wins one and ties one, 0.2 loses one and ties one.
    assertThat(curve.area()).isEqualTo((2 + 1 + 0.5 + 0.5) / 6);
  }

  @Test
  void theAreaIsThatOfTrapezoidsUnderThePoints() {
    Scored scored = Scored.classes(5, 300, 3, 6);

    RocCurve curve = RocCurve.of(scored.isClass(1), Scored.column(scored.predicted(), 1));

    double area = 0;
    for (int i = 1; i < curve.points().size(); i++) {
      RocCurve.Point from = curve.points().get(i - 1);
      RocCurve.Point to = curve.points().get(i);
      area +=
          (to.falsePositiveRate() - from.falsePositiveRate())
              * (to.truePositiveRate() + from.truePositiveRate())
              / 2;
    }
    assertThat(curve.area()).isCloseTo(area, TINY);
  }

  @Test
  void precisionAndRecallAreOfWhatHasAtLeastAScore() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(ACTUAL, SCORES);

    assertThat(curve.points())
        .containsExactly(
            new PrecisionRecallCurve.Point(Double.POSITIVE_INFINITY, 1, 0),
            new PrecisionRecallCurve.Point(0.9, 1, 1 / 3.0),
            new PrecisionRecallCurve.Point(0.7, 2 / 3.0, 2 / 3.0),
            new PrecisionRecallCurve.Point(0.2, 3 / 5.0, 1));
    assertThat(curve.averagePrecision()).isCloseTo((1 + 2 / 3.0 + 3 / 5.0) / 3, TINY);
  }

  @Test
  void curvesHaveThePointsOfScikitLearn() {
    Scored scored = Scored.classes(1, 240, 4, 12);

    RocCurve roc = RocCurve.of(scored.isClass(1), Scored.column(scored.predicted(), 1));
    PrecisionRecallCurve precisionRecall =
        PrecisionRecallCurve.of(scored.isClass(1), Scored.column(scored.predicted(), 1));

    assertThat(roc.points()).hasSize(199);
    assertThat(roc.points().get(20))
        .isEqualTo(new RocCurve.Point(0.47058823529411764, 0, 0.26506024096385544));
    assertThat(precisionRecall.points()).hasSize(199);
    assertThat(precisionRecall.points().get(20))
        .isEqualTo(new PrecisionRecallCurve.Point(0.47058823529411764, 1, 0.26506024096385544));
  }

  @Test
  void curvesWithoutPositiveSamplesSayWhatIsUndefined() {
    boolean[] none = {false, false};
    double[] scores = {0.1, 0.2};

    RocCurve roc = RocCurve.of(none, scores);
    PrecisionRecallCurve precisionRecall = PrecisionRecallCurve.of(none, scores);

    assertThat(roc.area()).isNaN();
    assertThat(roc.points().get(1).truePositiveRate()).isNaN();
    assertThat(roc.points().get(1).falsePositiveRate()).isEqualTo(0.5);
    assertThat(precisionRecall.averagePrecision()).isZero();
  }

  @Test
  void calibrationHasTheBinsOfScikitLearn() {
    Scored scored = Scored.classes(2, 200, 2, 8);

    CalibrationCurve curve =
        CalibrationCurve.of(scored.isClass(1), Scored.column(scored.predicted(), 1), 5);

    double[] shares = {0.0, 0.0196078431372549, 0.2716049382716049, 0.8181818181818182, 1.0};
    double[] means = {
      0.12015353941637623,
      0.3189828292086588,
      0.4972929931292706,
      0.6972375025473697,
      0.892911731126017
    };
    assertThat(curve.bins()).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(curve.bins().get(i).share()).isCloseTo(shares[i], TINY);
      assertThat(curve.bins().get(i).meanProbability()).isCloseTo(means[i], TINY);
    }
  }

  @Test
  void aBinHoldsItsUpperEdge() {
    boolean[] actual = {true, false, true, true};

    CalibrationCurve curve = CalibrationCurve.of(actual, new double[] {0, 0.5, 0.51, 1}, 2);

    assertThat(curve.bins())
        .containsExactly(
            new CalibrationCurve.Bin(0.25, 0.5, 2), new CalibrationCurve.Bin(0.755, 1, 2));
    assertThat(curve.expectedError()).isCloseTo((0.25 + 0.245) / 2, TINY);
  }

  @Test
  void scoresForOtherSamplesAreRefused() {
    String message = messageOf(() -> RocCurve.of(ACTUAL, new double[] {0.5}));

    assertThat(message)
        .isEqualTo(
            """
            `RocCurve.of(actual, scores)` is not valid: 1 problem.
              1. `scores` must be 5 samples, as many as `actual`, but is 1.
                 Fix: give both for the same samples.""");
  }

  @Test
  void scoresThatAreNotFiniteAreRefused() {
    String message =
        messageOf(() -> RocCurve.of(new boolean[] {true, false}, new double[] {0.5, Double.NaN}));

    assertThat(message)
        .isEqualTo(
            """
            `RocCurve.of(actual, scores)` is not valid: 1 problem.
              1. `scores[1]` must be a finite number but is NaN.
                 Fix: look for the layer where numbers stop being finite.""");
  }
}
