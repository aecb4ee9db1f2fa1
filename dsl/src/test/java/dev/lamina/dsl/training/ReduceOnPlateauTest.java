package dev.lamina.dsl.training;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.metric.Monitor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReduceOnPlateauTest {

  private static final Monitor MONITOR = validation(loss());

  static Stream<Arguments> options() {
    return Stream.of(
        option("factor", rule -> rule.factor(0.5), rule(0.5, 10, 1e-4, 0, 0)),
        option("patience", rule -> rule.patience(3), rule(0.1, 3, 1e-4, 0, 0)),
        option("minDelta", rule -> rule.minDelta(0), rule(0.1, 10, 0, 0, 0)),
        option("cooldown", rule -> rule.cooldown(3), rule(0.1, 10, 1e-4, 3, 0)),
        option("least", rule -> rule.least(1e-5), rule(0.1, 10, 1e-4, 0, 1e-5)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(() -> rule().factor(1), "`factor` must be a number above 0 and below 1 but is 1"),
        refusal(() -> rule().factor(0), "`factor` must be a number above 0 and below 1 but is 0"),
        refusal(
            () -> rule().factor(Double.NaN),
            "`factor` must be a number above 0 and below 1 but is NaN"),
        refusal(
            () -> rule().patience(-1), "`patience` must be a whole number of at least 0 but is -1"),
        refusal(
            () -> rule().minDelta(-1),
            "`minDelta` must be a finite number of at least 0 but is -1"),
        refusal(
            () -> rule().cooldown(-1), "`cooldown` must be a whole number of at least 0 but is -1"),
        refusal(() -> rule().least(-1), "`least` must be a finite number of at least 0 but is -1"));
  }

  private static Arguments option(
      String name, UnaryOperator<ReduceOnPlateau> option, ReduceOnPlateau expected) {
    return arguments(name, option, expected);
  }

  private static Arguments refusal(Supplier<ReduceOnPlateau> code, String finding) {
    return arguments(code, finding);
  }

  private static ReduceOnPlateau rule() {
    return reduceOnPlateau(MONITOR);
  }

  private static ReduceOnPlateau rule(
      double factor, int patience, double minDelta, int cooldown, double least) {
    return new ReduceOnPlateau(MONITOR, factor, patience, minDelta, cooldown, least);
  }

  @Test
  void theDefaultsAreThoseOfKeras() {
    ReduceOnPlateau rule = reduceOnPlateau(MONITOR);

    assertThat(rule).isEqualTo(rule(0.1, 10, 1e-4, 0, 0));
    assertThat(rule).hasToString("reduceOnPlateau(validation(loss()))");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void anOptionGivesAnotherRule(
      String name, UnaryOperator<ReduceOnPlateau> option, ReduceOnPlateau expected) {
    ReduceOnPlateau before = rule();

    ReduceOnPlateau after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(rule(0.1, 10, 1e-4, 0, 0));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void aNumberOutsideItsRangeIsRefused(Supplier<ReduceOnPlateau> code, String finding) {
    String message = messageOf(code);

    assertThat(message)
        .startsWith(
            "`reduceOnPlateau(validation(loss()))` is not valid: 1 problem.\n  1. "
                + finding
                + ".\n     Fix: give ");
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    ReduceOnPlateau rule =
        reduceOnPlateau(training(accuracy()))
            .least(1e-5)
            .cooldown(2)
            .minDelta(0)
            .patience(3)
            .factor(0.5);

    assertThat(rule)
        .hasToString(
            "reduceOnPlateau(training(accuracy()))"
                + ".factor(0.5).patience(3).minDelta(0).cooldown(2).least(1e-5)");
  }
}
