package dev.lamina.dsl.optimizer;

import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

  static Stream<Arguments> options() {
    return Stream.of(
        option(
            "learningRate",
            adam -> adam.learningRate(0.5),
            new Adam(constantRate(0.5), 0.9, 0.999, 1e-8, false)),
        option(
            "beta1",
            adam -> adam.beta1(0.5),
            new Adam(constantRate(0.001), 0.5, 0.999, 1e-8, false)),
        option(
            "beta2", adam -> adam.beta2(0.5), new Adam(constantRate(0.001), 0.9, 0.5, 1e-8, false)),
        option(
            "epsilon",
            adam -> adam.epsilon(0.5),
            new Adam(constantRate(0.001), 0.9, 0.999, 0.5, false)),
        option(
            "epsilonHat", Adam::epsilonHat, new Adam(constantRate(0.001), 0.9, 0.999, 1e-8, true)));
  }

  private static Arguments option(String name, UnaryOperator<Adam> option, Adam expected) {
    return arguments(name, option, expected);
  }

  @Test
  void theDefaultsAreThoseOfThePaper() {
    Adam adam = adam();

    assertThat(adam.learningRate()).isEqualTo(constantRate(0.001));
    assertThat(adam.beta1()).isEqualTo(0.9);
    assertThat(adam.beta2()).isEqualTo(0.999);
    assertThat(adam.epsilon()).isEqualTo(1e-8);
    assertThat(adam(0.05)).isEqualTo(new Adam(constantRate(0.05), 0.9, 0.999, 1e-8, false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void anOptionGivesAnotherOptimizer(String name, UnaryOperator<Adam> option, Adam expected) {
    Adam before = adam();

    Adam after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(new Adam(constantRate(0.001), 0.9, 0.999, 1e-8, false));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void aLearningRateThatIsNotAStepIsRefused(double learningRate, String printed) {
    String message = messageOf(() -> adam(learningRate));

    assertThat(message)
        .isEqualTo(
            """
            `adam(%1$s)` is not valid: 1 problem.
              1. `learningRate` must be a finite number of at least 0 but is %1$s.
                 Fix: give a small step, such as `adam(0.001)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "1, 1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity"})
  void aFirstMomentThatDoesNotFadeIsRefused(double beta1, String printed) {
    String message = messageOf(() -> adam().beta1(beta1));

    assertThat(message)
        .isEqualTo(
            """
            `adam(0.001)` is not valid: 1 problem.
              1. `beta1` must be a number in [0, 1) but is %s.
                 Fix: give the part of the first moment that stays, such as 0.9."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "1, 1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity"})
  void aSecondMomentThatDoesNotFadeIsRefused(double beta2, String printed) {
    String message = messageOf(() -> adam().beta2(beta2));

    assertThat(message)
        .isEqualTo(
            """
            `adam(0.001)` is not valid: 1 problem.
              1. `beta2` must be a number in [0, 1) but is %s.
                 Fix: give the part of the second moment that stays, such as 0.999."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity"})
  void anEpsilonThatDoesNotHelpIsRefused(double epsilon, String printed) {
    String message = messageOf(() -> adam().epsilon(epsilon));

    assertThat(message)
        .isEqualTo(
            """
            `adam(0.001)` is not valid: 1 problem.
              1. `epsilon` must be a finite number above 0 but is %s.
                 Fix: give a small number, such as 1e-8."""
                .formatted(printed));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 0.9999999999999999})
  void everyShareBelowOneIsTaken(double share) {
    Adam adam = adam(0).beta1(share).beta2(share).epsilon(Double.MIN_VALUE);

    assertThat(adam).isEqualTo(new Adam(constantRate(0), share, share, Double.MIN_VALUE, false));
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    assertThat(adam()).hasToString("adam()");
    assertThat(adam(0.05)).hasToString("adam(0.05)");
    assertThat(adam().beta1(0.8).beta2(0.99).epsilon(1e-7).epsilonHat())
        .hasToString("adam().beta1(0.8).beta2(0.99).epsilon(1e-7).epsilonHat()");
  }
}
