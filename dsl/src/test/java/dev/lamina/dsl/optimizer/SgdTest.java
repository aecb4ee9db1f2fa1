package dev.lamina.dsl.optimizer;

import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {

  @Test
  void theLearningRateIsOneHundredthByDefault() {
    Sgd sgd = sgd();

    assertThat(sgd.learningRate()).isEqualTo(constantRate(0.01));
  }

  @Test
  void anotherLearningRateGivesAnotherOptimizer() {
    Sgd before = sgd();

    Sgd after = before.learningRate(0.5);

    assertThat(after).isEqualTo(sgd(0.5));
    assertThat(before).isEqualTo(new Sgd(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void anyFiniteLearningRateFromZeroOnIsTaken(double learningRate) {
    Sgd sgd = sgd(learningRate);

    assertThat(sgd.learningRate()).isEqualTo(constantRate(learningRate));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherLearningRateIsRefused(double learningRate, String printed) {
    String message = messageOf(() -> sgd(learningRate));

    assertThat(message)
        .isEqualTo(
            """
            `sgd(%1$s)` is not valid: 1 problem.
              1. `learningRate` must be a finite number of at least 0 but is %1$s.
                 Fix: give a small step, such as `sgd(0.01)`."""
                .formatted(printed));
  }

  @Test
  void itPrintsTheLearningRateUnlessItIsTheDefault() {
    assertThat(sgd()).hasToString("sgd()");
    assertThat(sgd(0.01)).hasToString("sgd()");
    assertThat(sgd(1e-4)).hasToString("sgd(1e-4)");
  }
}
