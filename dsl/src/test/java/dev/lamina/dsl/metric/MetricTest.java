package dev.lamina.dsl.metric;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.precision;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.recall;
import static dev.lamina.dsl.Metrics.rootMeanSquaredError;
import static dev.lamina.dsl.Metrics.topKAccuracy;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {

  private static final List<Activation> ALL = List.of(LINEAR, RELU, TANH, SIGMOID, SOFTMAX);

  private static final List<Activation> CLASSES = List.of(SIGMOID, SOFTMAX);

  static Stream<Arguments> metrics() {
    return Stream.of(
        arguments(loss(), "loss", Goal.MINIMIZE, ALL),
        arguments(meanAbsoluteError(), "mean_absolute_error", Goal.MINIMIZE, ALL),
        arguments(rootMeanSquaredError(), "root_mean_squared_error", Goal.MINIMIZE, ALL),
        arguments(rSquared(), "r_squared", Goal.MAXIMIZE, ALL),
        arguments(accuracy(), "accuracy", Goal.MAXIMIZE, CLASSES),
        arguments(precision(), "precision", Goal.MAXIMIZE, CLASSES),
        arguments(recall().micro(), "recall_micro", Goal.MAXIMIZE, CLASSES),
        arguments(f1().weighted(), "f1_weighted", Goal.MAXIMIZE, CLASSES),
        arguments(auc(), "auc", Goal.MAXIMIZE, CLASSES),
        arguments(topKAccuracy(5), "top_5_accuracy", Goal.MAXIMIZE, List.of(SOFTMAX)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void aMetricKnowsItsNameAndItsGoalAndTheOutputsThatItReads(
      Metric metric, String name, Goal goal, List<Activation> outputs) {
    List<Activation> suited = ALL.stream().filter(metric::suits).toList();

    assertThat(metric.name()).isEqualTo(name);
    assertThat(metric.goal()).isEqualTo(goal);
    assertThat(suited).isEqualTo(outputs);
  }

  @Test
  void atLeastOneClassMustBeNamed() {
    String message = messageOf(() -> topKAccuracy(0));

    assertThat(message)
        .isEqualTo(
            """
            `topKAccuracy(0)` is not valid: 1 problem.
              1. `k` must be a whole number of at least 1 but is 0.
                 Fix: give how many classes may be named, such as 5.""");
  }

  @Test
  void anAveragingIsRequired() {
    String message = messageOf(() -> new F1Score(null));

    assertThat(message)
        .isEqualTo(
            """
            `f1(null)` is not valid: 1 problem.
              1. `averaging` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
