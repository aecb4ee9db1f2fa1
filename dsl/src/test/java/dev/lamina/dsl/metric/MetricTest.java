package dev.lamina.dsl.metric;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricTest {

  private static final List<Activation> ALL = List.of(LINEAR, RELU, TANH, SIGMOID, SOFTMAX);

  static Stream<Arguments> metrics() {
    return Stream.of(
        arguments(loss(), "loss", Goal.MINIMIZE, ALL),
        arguments(meanAbsoluteError(), "mean_absolute_error", Goal.MINIMIZE, ALL),
        arguments(accuracy(), "accuracy", Goal.MAXIMIZE, List.of(SIGMOID, SOFTMAX)));
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
}
