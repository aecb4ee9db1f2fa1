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
class MultiLabelReportTest {

  private static final Offset<Double> TINY = within(1e-12);
  private static final List<String> LABELS = List.of("rain", "wind", "fog");
  private static final Scored SCORED = Scored.labels(3, 150);

  @Test
  void scoresAreThoseOfScikitLearn() {
    MultiLabelReport report = report();

    assertThat(report.scores(0).precision()).isCloseTo(0.5217391304347826, TINY);
    assertThat(report.scores(0).recall()).isCloseTo(0.8275862068965517, TINY);
    assertThat(report.scores(2).f1()).isCloseTo(0.8241758241758241, TINY);
    assertThat(report.average(MACRO).f1()).isCloseTo(0.7470117761026852, TINY);
    assertThat(report.average(MICRO).f1()).isCloseTo(0.7724867724867724, TINY);
    assertThat(report.average(MICRO).support()).isEqualTo(188);
    assertThat(report.average(WEIGHTED).precision()).isCloseTo(0.8022222037480384, TINY);
    assertThat(report.subsetAccuracy()).isCloseTo(0.49333333333333335, TINY);
    assertThat(report.hammingLoss()).isCloseTo(0.19111111111111112, TINY);
  }

  @Test
  void figuresOfProbabilitiesAreThoseOfScikitLearn() {
    MultiLabelReport report = report();

    assertThat(report.rocAuc(MACRO)).isCloseTo(0.9249494928799127, TINY);
    assertThat(report.rocAuc(MICRO)).isCloseTo(0.9226693194737697, TINY);
    assertThat(report.rocAuc(WEIGHTED)).isCloseTo(0.9190766752747638, TINY);
    assertThat(report.averagePrecision(MACRO)).isCloseTo(0.9058923018844554, TINY);
    assertThat(report.averagePrecision(MICRO)).isCloseTo(0.9074951942400239, TINY);
    assertThat(report.averagePrecision(WEIGHTED)).isCloseTo(0.9233111130516213, TINY);
    assertThat(report.logLoss()).isCloseTo(0.4083014686794401, TINY);
    assertThat(report.brierScore()).isCloseTo(0.12856111111111113, TINY);
  }

  @Test
  void aReportPrintsScoresByLabelAndThenTheFigures() {
    String table = report().toString().replace(System.lineSeparator(), "\n");

    assertThat(table)
        .isEqualTo(
            """
            class             precision  recall      f1  support
            rain                 0.5217  0.8276  0.6400       29
            wind                 0.7705  0.7833  0.7769       60
            fog                  0.9036  0.7576  0.8242       99
            micro average        0.7684  0.7766  0.7725      188
            macro average        0.7319  0.7895  0.7470      188
            weighted average     0.8022  0.7766  0.7807      188

            subset accuracy    0.4933
            Hamming loss       0.1911
            ROC AUC            0.9249
            average precision  0.9059
            log loss           0.4083
            Brier score        0.1286""");
  }

  @Test
  void aSampleWithoutAnAnswerForEveryLabelIsRefused() {
    String message =
        messageOf(
            () ->
                MultiLabelReport.of(
                    new boolean[][] {{true}}, new double[][] {{0.5, 0.5, 0.5}}, LABELS));

    assertThat(message)
        .isEqualTo(
            """
            `MultiLabelReport.of(actual, probabilities, labels)` is not valid: 1 problem.
              1. `actual[0]` must be 3 long but is 1.
                 Fix: say of every label whether the sample has it.""");
  }

  private static MultiLabelReport report() {
    return MultiLabelReport.of(SCORED.has(), SCORED.predicted(), LABELS);
  }
}
