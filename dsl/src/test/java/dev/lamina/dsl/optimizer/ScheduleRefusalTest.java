package dev.lamina.dsl.optimizer;

import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.exponentialDecay;
import static dev.lamina.dsl.Schedules.inverseTimeDecay;
import static dev.lamina.dsl.Schedules.linearDecay;
import static dev.lamina.dsl.Schedules.oneCycle;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Schedules.polynomialDecay;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that cannot be. */
class ScheduleRefusalTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            () -> constantRate(-1),
            "constantRate(-1)",
            "`rate` must be a finite number of at least 0 but is -1"),
        refusal(
            () -> linearDecay(0.1, Double.NaN, 10),
            "linearDecay(0.1, NaN, 10)",
            "`last` must be a finite number of at least 0 but is NaN"),
        refusal(
            () -> stepDecay(0.1, 0.5, 0),
            "stepDecay(0.1, 0.5, 0)",
            "`every` must be a whole number of at least 1 but is 0"),
        refusal(
            () -> exponentialDecay(0.1, 0, 10),
            "exponentialDecay(0.1, 0, 10)",
            "`factor` must be a finite number above 0 but is 0"),
        refusal(
            () -> inverseTimeDecay(0.1, -0.5, 10),
            "inverseTimeDecay(0.1, -0.5, 10)",
            "`decay` must be a finite number of at least 0 but is -0.5"),
        refusal(
            () -> polynomialDecay(0.1, 0.01, 10).power(0),
            "polynomialDecay(0.1, 0.01, 10)",
            "`power` must be a finite number above 0 but is 0"),
        refusal(
            () -> cosineDecay(0.1, 10).alpha(1),
            "cosineDecay(0.1, 10)",
            "`alpha` must be a number in [0, 1) but is 1"),
        refusal(
            () -> cosineRestarts(0.1, 10).cycleFactor(0.9),
            "cosineRestarts(0.1, 10)",
            "`cycleFactor` must be a finite number of at least 1 but is 0.9"),
        refusal(
            () -> cosineRestarts(0.1, 10).peakFactor(0),
            "cosineRestarts(0.1, 10)",
            "`peakFactor` must be a finite number above 0 but is 0"),
        refusal(
            () -> oneCycle(0.1, 10).rise(1),
            "oneCycle(0.1, 10)",
            "`rise` must be a number in [0, 1) but is 1"),
        refusal(
            () -> oneCycle(0.1, 10).endDivisor(0),
            "oneCycle(0.1, 10)",
            "`endDivisor` must be a finite number above 0 but is 0"),
        refusal(
            () -> warmUp(0, constantRate(0.1)),
            "warmUp(0, constantRate(0.1))",
            "`steps` must be a whole number of at least 1 but is 0"),
        refusal(
            () -> piecewise(0.1).then(0, 0.1),
            "then(0, 0.1)",
            "`step` must be a whole number of at least 1 but is 0"),
        refusal(
            () -> piecewise(0.1).then(5, 0.1).then(5, 0.2),
            "then(5, 0.2)",
            "`step` must be more than that of the change before, 5, but is 5"));
  }

  private static Arguments refusal(Supplier<Schedule> code, String call, String finding) {
    return arguments(code, call, finding);
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("refusals")
  void aNumberOutsideItsRangeIsRefused(Supplier<Schedule> code, String call, String finding) {
    String message = messageOf(code);

    assertThat(message)
        .startsWith("`" + call + "` is not valid: 1 problem.\n  1. " + finding + ".\n     Fix: ");
  }
}
