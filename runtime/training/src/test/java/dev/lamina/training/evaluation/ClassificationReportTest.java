package dev.lamina.training.evaluation;

import static dev.lamina.dsl.metric.Averaging.MACRO;
import static dev.lamina.dsl.metric.Averaging.MICRO;
import static dev.lamina.dsl.metric.Averaging.WEIGHTED;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against scikit-learn: see {@link Scored}. */
class ClassificationReportTest {

  private static final Offset<Double> TINY = within(1e-12);
  private static final Scored FOUR = Scored.classes(1, 240, 4, 12);
  private static final Scored TWO = Scored.classes(2, 200, 2, 8);

  @Test
  void countsOfFourClassesAreThoseOfScikitLearn() {
    ConfusionMatrix confusion = four().confusion();

    assertThat(confusion.counts())
        .containsExactly(
            List.of(89L, 3L, 4L, 2L),
            List.of(6L, 68L, 3L, 6L),
            List.of(6L, 1L, 35L, 1L),
            List.of(0L, 0L, 2L, 14L));
    assertThat(confusion.accuracy()).isCloseTo(0.8583333333333333, TINY);
    assertThat(confusion.balancedAccuracy()).isCloseTo(0.8540984655279876, TINY);
    assertThat(confusion.matthewsCorrelation()).isCloseTo(0.7950886894311455, TINY);
    assertThat(confusion.cohensKappa()).isCloseTo(0.793239750671464, TINY);
  }

  @Test
  void scoresOfFourClassesAreThoseOfScikitLearn() {
    ConfusionMatrix confusion = four().confusion();

    assertScores(confusion.scores(3), 0.6086956521739131, 0.875, 0.717948717948718, 16);
    assertScores(
        confusion.average(MACRO), 0.807445690221196, 0.8540984655279876, 0.8236095339364746, 240);
    assertScores(
        confusion.average(MICRO), 0.8583333333333333, 0.8583333333333333, 0.8583333333333333, 240);
    assertScores(
        confusion.average(WEIGHTED),
        0.8695375017574222,
        0.8583333333333333,
        0.8607040772729337,
        240);
  }

  @Test
  void areasOfFourClassesAreThoseOfScikitLearn() {
    ClassificationReport report = four();

    assertThat(report.rocAuc()).isCloseTo(0.9729508869380308, TINY);
    assertThat(report.rocAuc(WEIGHTED)).isCloseTo(0.9700105693005854, TINY);
    assertThat(report.rocAuc(MICRO)).isCloseTo(0.9697685185185185, TINY);
    assertThat(report.rocCurve(2).area()).isCloseTo(0.9541376460866486, TINY);
    assertThat(report.averagePrecision()).isCloseTo(0.9111405814622989, TINY);
    assertThat(report.averagePrecision(WEIGHTED)).isCloseTo(0.9303245080593351, TINY);
    assertThat(report.averagePrecision(MICRO)).isCloseTo(0.9167607744263698, TINY);
    assertThat(report.precisionRecallCurve(2).averagePrecision())
        .isCloseTo(0.8314605094680386, TINY);
  }

  @Test
  void figuresOfProbabilitiesOfFourClassesAreThoseOfScikitLearn() {
    ClassificationReport report = four();

    assertThat(report.logLoss()).isCloseTo(0.864781245925819, TINY);
    assertThat(report.brierScore()).isCloseTo(0.46540160766015126, TINY);
    assertThat(report.topKAccuracy(1)).isEqualTo(report.confusion().accuracy());
    // scikit-learn prefers the last of equal ones: its figure is for the classes in reverse.
    assertThat(report.topKAccuracy(2)).isCloseTo(0.9833333333333333, TINY);
    assertThat(report.topKAccuracy(3)).isCloseTo(0.9916666666666667, TINY);
    assertThat(report.topKAccuracy(4)).isEqualTo(1);
  }

  @Test
  void figuresOfTwoClassesAreThoseOfClassOne() {
    ClassificationReport report = two();

    assertThat(report.confusion().matthewsCorrelation()).isCloseTo(0.6514887806663926, TINY);
    assertThat(report.confusion().cohensKappa()).isCloseTo(0.6416184971098267, TINY);
    assertScores(report.confusion().scores(1), 0.6714285714285714, 0.8545454545454545, 0.752, 55);
    assertThat(report.rocAuc()).isCloseTo(0.9292163009404388, TINY);
    assertThat(report.rocAuc(MICRO)).isCloseTo(0.9292163009404388, TINY);
    assertThat(report.averagePrecision()).isCloseTo(0.8682204341420274, TINY);
    assertThat(report.logLoss()).isCloseTo(0.4503056203605608, TINY);
    assertThat(report.brierScore()).isCloseTo(0.14301669887540502, TINY);
  }

  @Test
  void oneSigmoidIsReadAsTwoClasses() {
    ClassificationReport sigmoid =
        ClassificationReport.of(
            TWO.classes(), Scored.column(TWO.predicted(), 1), List.of("no", "yes"));

    assertThat(sigmoid.confusion().counts()).isEqualTo(two().confusion().counts());
    assertThat(sigmoid.rocAuc()).isEqualTo(two().rocAuc());
    assertThat(sigmoid.averagePrecision()).isEqualTo(two().averagePrecision());
    assertThat(sigmoid.brierScore()).isEqualTo(two().brierScore());
  }

  @Test
  void confidenceIsOffByWhatItDiffersFromTheShareOfRightClasses() {
    double[][] probabilities = {{0.9, 0.1}, {0.1, 0.9}, {0.7, 0.3}, {0.7, 0.3}, {0.3, 0.7}};

    ClassificationReport report =
        ClassificationReport.of(new int[] {0, 1, 0, 1, 0}, probabilities, List.of("a", "b"));

    // Two of confidence 0.9, both right, and three of confidence 0.7, one right.
    assertThat(report.expectedCalibrationError())
        .isCloseTo(2 / 5.0 * 0.1 + 3 / 5.0 * (0.7 - 1 / 3.0), TINY);
    assertThat(report.confidenceCurve(10).bins()).hasSize(2);
  }

  @Test
  void probabilitiesOfZeroAreCutInTheLogLoss() {
    ClassificationReport report =
        ClassificationReport.of(
            new int[] {0, 1}, new double[][] {{1, 0}, {1, 0}}, List.of("a", "b"));

    assertThat(report.logLoss()).isCloseTo(18.021826694558577, TINY);
  }

  @Test
  void areasWithoutEveryClassAreUndefined() {
    ClassificationReport report =
        ClassificationReport.of(
            new int[] {0, 0}, new double[][] {{0.9, 0.1}, {0.8, 0.2}}, List.of("a", "b"));

    assertThat(report.rocAuc()).isNaN();
    assertThat(report.averagePrecision()).isZero();
  }

  @Test
  void aReportPrintsScoresByClassAndThenTheFigures() {
    String table = four().toString().replace(System.lineSeparator(), "\n");

    assertThat(table)
        .isEqualTo(
            """
            class             precision  recall      f1  support
            ant                  0.8812  0.9082  0.8945       98
            bee                  0.9444  0.8193  0.8774       83
            wasp                 0.7955  0.8140  0.8046       43
            fly                  0.6087  0.8750  0.7179       16
            macro average        0.8074  0.8541  0.8236      240
            weighted average     0.8695  0.8583  0.8607      240

            accuracy              0.8583
            balanced accuracy     0.8541
            Matthews correlation  0.7951
            Cohen's kappa         0.7932
            ROC AUC               0.9730
            average precision     0.9111
            log loss              0.8648
            Brier score           0.4654
            calibration error     0.4217""");
  }

  @Test
  void classesWithoutALabelAreRefused() {
    String message =
        messageOf(
            () ->
                ClassificationReport.of(
                    new int[] {0, 2}, new double[][] {{1, 0}, {0, 1}}, List.of("a", "b")));

    assertThat(message)
        .isEqualTo(
            """
            `ClassificationReport.of(actual, probabilities, labels)` is not valid: 1 problem.
              1. `actual[1]` must be a class from 0 to 1 but is 2.
                 Fix: count classes from 0, and give each its label.""");
  }

  @Test
  void outputsThatAreNoProbabilitiesAreRefused() {
    String message =
        messageOf(
            () ->
                ClassificationReport.of(
                    new int[] {0}, new double[][] {{1.5, -0.5}}, List.of("a", "b")));

    assertThat(message)
        .isEqualTo(
            """
            `ClassificationReport.of(actual, probabilities, labels)` is not valid: 1 problem.
              1. `probabilities[0][0]` must be a number in [0, 1] but is 1.5.
                 Fix: give outputs of softmax or sigmoid.""");
  }

  @Test
  void aClassThatIsNotThereIsRefused() {
    String message = messageOf(() -> two().rocCurve(2));

    assertThat(message)
        .isEqualTo(
            """
            `rocCurve(2)` is not valid: 1 problem.
              1. `index` must be a whole number from 0 to 1 but is 2.
                 Fix: count from 0: there are `no`, `yes`.""");
  }

  @Test
  void moreThanAllClassesCannotBeTheMostProbable() {
    String message = messageOf(() -> two().topKAccuracy(3));

    assertThat(message)
        .isEqualTo(
            """
            `topKAccuracy(3)` is not valid: 1 problem.
              1. `k` must be a whole number from 1 to 2 but is 3.
                 Fix: there are 2 classes.""");
  }

  private static ClassificationReport four() {
    return ClassificationReport.of(
        FOUR.classes(), FOUR.predicted(), List.of("ant", "bee", "wasp", "fly"));
  }

  private static ClassificationReport two() {
    return ClassificationReport.of(TWO.classes(), TWO.predicted(), List.of("no", "yes"));
  }

  private static void assertScores(
      ClassScores scores, double precision, double recall, double f1, long support) {
    assertThat(scores.precision()).isCloseTo(precision, TINY);
    assertThat(scores.recall()).isCloseTo(recall, TINY);
    assertThat(scores.f1()).isCloseTo(f1, TINY);
    assertThat(scores.support()).isEqualTo(support);
  }
}
