package dev.lamina.training.evaluation;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.loss.TargetKind.CLASS_INDEX;
import static dev.lamina.dsl.loss.TargetKind.NUMBERS;
import static dev.lamina.dsl.loss.TargetKind.ONE_HOT;
import static dev.lamina.dsl.loss.TargetKind.PROBABILITIES;
import static dev.lamina.dsl.metric.Averaging.MICRO;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final double[][] OF_TWO = {{0.9, 0.1}, {0.4, 0.6}, {0.2, 0.8}};

  @Test
  void softmaxIsReadAsClassesOfAnyTargets() {
    Report indices =
        Report.of(
            SOFTMAX, CLASS_INDEX, List.of("no", "yes"), OF_TWO, new double[][] {{0}, {0}, {1}});
    Report oneHot =
        Report.of(SOFTMAX, ONE_HOT, List.of(), OF_TWO, new double[][] {{1, 0}, {1, 0}, {0, 1}});

    assertThat(indices.classification().confusion().counts())
        .containsExactly(List.of(1L, 1L), List.of(0L, 1L));
    assertThat(indices.classification().labels()).containsExactly("no", "yes");
    assertThat(oneHot.classification().confusion().counts())
        .isEqualTo(indices.classification().confusion().counts());
    assertThat(oneHot.classification().labels()).containsExactly("0", "1");
  }

  @Test
  void oneSigmoidIsReadAsTwoClasses() {
    Report report =
        Report.of(
            SIGMOID,
            PROBABILITIES,
            List.of(),
            new double[][] {{0.9}, {0.5}, {0.2}},
            new double[][] {{1}, {1}, {0.4}});

    // A target of 0.4 is rounded to class 0, as accuracy does.
    assertThat(report.classification().confusion().counts())
        .containsExactly(List.of(1L, 0L), List.of(1L, 1L));
    assertThat(report.toString()).contains("macro average", "actual \\ predicted");
  }

  @Test
  void severalSigmoidsAreReadAsLabels() {
    Report report =
        Report.of(
            SIGMOID, PROBABILITIES, List.of(), OF_TWO, new double[][] {{1, 0}, {1, 1}, {0, 1}});

    assertThat(report.multiLabel().average(MICRO).recall()).isEqualTo(3 / 4.0);
    assertThat(report.toString()).contains("subset accuracy");
  }

  @Test
  void otherOutputsAreReadAsNumbers() {
    Report report =
        Report.of(LINEAR, NUMBERS, List.of(), OF_TWO, new double[][] {{1, 0}, {1, 1}, {0, 1}});

    assertThat(report.regression().outputs()).hasSize(2);
    assertThat(report.toString()).contains("explained variance");
  }

  @Test
  void sigmoidsThatLearnedNumbersAreReadAsNumbers() {
    Report report =
        Report.of(SIGMOID, NUMBERS, List.of(), new double[][] {{0.9}}, new double[][] {{0.7}});

    assertThat(report.toString()).startsWith("mean absolute error");
  }

  @Test
  void anOutputThatRoundsBeyondOneIsOne() {
    Report report =
        Report.of(
            SOFTMAX, CLASS_INDEX, List.of(), new double[][] {{1.0000001, 0}}, new double[][] {{0}});

    assertThat(report.classification().brierScore()).isZero();
  }

  @Test
  void classesOfLinearOutputsAreRefused() {
    Report report =
        Report.of(LINEAR, NUMBERS, List.of(), new double[][] {{1}}, new double[][] {{1}});

    String message = messageOf(report::classification);

    assertThat(message)
        .isEqualTo(
            """
            `classification()` is not valid: 1 problem.
              1. The report needs outputs of softmax, or of one sigmoid, but the network ends in \
            1 of `linear()`.
                 Fix: read `regression()`.""");
  }

  @Test
  void numbersOfSoftmaxAreRefused() {
    Report report =
        Report.of(SOFTMAX, CLASS_INDEX, List.of(), OF_TWO, new double[][] {{0}, {0}, {1}});

    String message = messageOf(report::regression);

    assertThat(message)
        .isEqualTo(
            """
            `regression()` is not valid: 1 problem.
              1. The report needs outputs that are numbers but the network ends in 2 of \
            `softmax()`.
                 Fix: read `classification()`.""");
  }

  @Test
  void labelsOfOneSigmoidAreRefused() {
    Report report =
        Report.of(SIGMOID, PROBABILITIES, List.of(), new double[][] {{1}}, new double[][] {{1}});

    String message = messageOf(report::multiLabel);

    assertThat(message)
        .isEqualTo(
            """
            `multiLabel()` is not valid: 1 problem.
              1. The report needs outputs of several sigmoids but the network ends in 1 of \
            `sigmoid()`.
                 Fix: read `classification()`.""");
  }

  @Test
  void classesOfASigmoidThatLearnedNumbersAreRefused() {
    Report report =
        Report.of(SIGMOID, NUMBERS, List.of(), new double[][] {{0.9}}, new double[][] {{0.7}});

    String message = messageOf(report::classification);

    assertThat(message)
        .isEqualTo(
            """
            `classification()` is not valid: 1 problem.
              1. The report needs targets that are 0 or 1 but the network learned other numbers.
                 Fix: read `regression()`.""");
  }
}
