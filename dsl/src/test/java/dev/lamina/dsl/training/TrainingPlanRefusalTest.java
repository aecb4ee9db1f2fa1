package dev.lamina.dsl.training;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.metric.Metric;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanRefusalTest {

  static Stream<Arguments> missing() {
    return Stream.of(
        missing("loss", "training(null, sgd())", () -> training(null, sgd())),
        missing(
            "optimizer",
            "training(meanSquaredError(), null)",
            () -> training(meanSquaredError(), null)),
        missing(
            "precision",
            "training(meanSquaredError(), sgd())",
            () -> training(meanSquaredError(), sgd()).precision(null)),
        missing(
            "metric",
            "training(meanSquaredError(), sgd())",
            () -> training(meanSquaredError(), sgd()).measure(accuracy(), null)),
        missing(
            "stop rule",
            "training(meanSquaredError(), sgd())",
            () -> training(meanSquaredError(), sgd()).stopWhen((StopRule) null)),
        missing(
            "rule", "adjustRate(null)", () -> training(meanSquaredError(), sgd()).adjustRate(null)),
        missing(
            "added",
            "measure(added)",
            () -> training(meanSquaredError(), sgd()).measure((Metric[]) null)),
        missing(
            "added",
            "stopWhen(added)",
            () -> training(meanSquaredError(), sgd()).stopWhen((StopRule[]) null)));
  }

  private static Arguments missing(String argument, String call, Supplier<TrainingPlan> plan) {
    return arguments(argument, call, plan);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missing")
  void eachPartIsRequired(String argument, String call, Supplier<TrainingPlan> plan) {
    String message = messageOf(plan);

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `%s` must be a value but is null.
                 Fix: pass a value: null stands for nothing."""
                .formatted(call, argument));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aPlanWithoutEpochsIsRefused(int epochs) {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).epochs(epochs));

    assertThat(message)
        .isEqualTo(
            """
            `training(meanSquaredError(), sgd())` is not valid: 1 problem.
              1. `epochs` must be a whole number of at least 1 but is %d.
                 Fix: give the number of passes over the data."""
                .formatted(epochs));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void batchesWithoutSamplesAreRefused(int batchSize) {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).batchSize(batchSize));

    assertThat(message)
        .isEqualTo(
            """
            `training(meanSquaredError(), sgd())` is not valid: 1 problem.
              1. `batchSize` must be a whole number of at least 1 but is %d.
                 Fix: give the samples of a mini-batch, such as 32."""
                .formatted(batchSize));
  }
}
