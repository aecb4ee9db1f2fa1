package dev.lamina.dsl.training;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.code.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes an update of a plan: mini-batches, weights of classes, and the average of weights. */
class UpdateOptionsTest {

  @Test
  void oneMiniBatchAnUpdateIsTheDefault() {
    TrainingPlan plan = training(meanSquaredError(), sgd());

    assertThat(plan.accumulateGradients(4).accumulateGradients(1)).isEqualTo(plan);
    assertThat(plan.accumulation()).isEmpty();
    assertThat(plan.averageDecay()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void updatesWithoutMiniBatchesAreRefused(int batches) {
    String message =
        messageOf(() -> training(meanSquaredError(), sgd()).accumulateGradients(batches));

    assertThat(message)
        .isEqualTo(
            """
            `accumulateGradients(%d)` is not valid: 1 problem.
              1. `batches` must be a whole number of at least 1 but is %d.
                 Fix: give how many mini-batches make one update, such as 4."""
                .formatted(batches, batches));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void averagesThatNeverMoveAreRefused(double decay) {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).averageWeights(decay));

    assertThat(message)
        .isEqualTo(
            """
            `averageWeights(%s)` is not valid: 1 problem.
              1. `decay` must be a number in [0, 1) but is %s.
                 Fix: give how much of the average stays, such as 0.99."""
                .formatted(Code.literal(decay), Code.literal(decay)));
  }

  @Test
  void validationBetweenEpochsIsAskedFor() {
    TrainingPlan plan = training(meanSquaredError(), sgd());

    assertThat(plan.validationEvery()).isEmpty();
    assertThat(plan.validateEvery(500).validationEvery()).hasValue(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void validationWithoutUpdatesBetweenIsRefused(int updates) {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).validateEvery(updates));

    assertThat(message)
        .isEqualTo(
            """
            `validateEvery(%d)` is not valid: 1 problem.
              1. `updates` must be a whole number of at least 1 but is %d.
                 Fix: give the distance in updates, such as 500."""
                .formatted(updates, updates));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void weightsOfClassesAreFiniteAndNotNegative(double weight) {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).classWeights(1, weight));

    assertThat(message)
        .isEqualTo(
            """
            `classWeights(1, %s)` is not valid: 1 problem.
              1. `weight` must be a finite number of at least 0 but is %s.
                 Fix: give how much each class counts, such as `classWeights(1, 5)`."""
                .formatted(Code.literal(weight), Code.literal(weight)));
  }

  @Test
  void aClassCounts() {
    String message = messageOf(() -> training(meanSquaredError(), sgd()).classWeights(0, 0));

    assertThat(message)
        .isEqualTo(
            """
            `classWeights(0, 0)` is not valid: 1 problem.
              1. `weights` must be above 0 for at least one class but is 0.
                 Fix: give how much each class counts, such as `classWeights(1, 5)`.""");
  }
}
