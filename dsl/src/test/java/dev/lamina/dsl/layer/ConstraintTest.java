package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Constraints.maxNorm;
import static dev.lamina.dsl.Constraints.minMaxNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.code.Code;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintTest {

  static Stream<Arguments> options() {
    return Stream.of(
        option(dense -> dense.maxNorm(3), new MaxNorm(3), "maxNorm(3)"),
        option(Dense::unitNorm, new UnitNorm(), "unitNorm()"),
        option(dense -> dense.minMaxNorm(0.5, 2), new MinMaxNorm(0.5, 2), "minMaxNorm(0.5, 2)"),
        option(Dense::nonNegative, new NonNegative(), "nonNegative()"));
  }

  private static Arguments option(UnaryOperator<Dense> option, Constraint expected, String code) {
    return arguments(option, expected, code);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("options")
  void eachConstraintIsAnOption(UnaryOperator<Dense> option, Constraint expected, String code) {
    Dense before = dense(8).relu().biasL1(0.5).frozen().named("a");

    Dense after = option.apply(before);

    assertThat(after.constraint()).contains(expected);
    assertThat(after).isEqualTo(before.constraint(expected));
    assertThat(after).hasToString("dense(8).relu().biasL1(0.5)." + code + ".frozen().named(\"a\")");
    assertThat(before.constraint()).isEmpty();
  }

  @Test
  void theLastConstraintHolds() {
    Dense dense = dense(8).maxNorm(3).l1(0.5).nonNegative().noBias();

    assertThat(dense).hasToString("dense(8).noBias().l1(0.5).nonNegative()");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, -1", "NaN, NaN", "Infinity, Infinity"})
  void aLargestNormThatIsNoneIsRefused(double max, String printed) {
    String message = messageOf(() -> maxNorm(max));

    assertThat(message)
        .isEqualTo(
            """
            `maxNorm(%1$s)` is not valid: 1 problem.
              1. `max` must be a finite number above 0 but is %1$s.
                 Fix: give the largest norm, such as `maxNorm(3)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2, `min` must be a finite number of at least 0 but is -1.",
    "NaN, 2, `min` must be a finite number of at least 0 but is NaN.",
    "0, 0, `max` must be a finite number above 0 but is 0.",
    "1, Infinity, `max` must be a finite number above 0 but is Infinity.",
    "2, 1, `min` must be at most `max` but is 2."
  })
  void normsThatAreNoBoundsAreRefused(double min, double max, String finding) {
    String message = messageOf(() -> minMaxNorm(min, max));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. %s
                 Fix: give the smallest norm, then the largest, such as `minMaxNorm(0.5, 2)`."""
                .formatted(Code.call("minMaxNorm", min, max), finding));
  }

  @Test
  void aConstraintIsRequired() {
    String message = messageOf(() -> dense(8).constraint(null));

    assertThat(message)
        .isEqualTo(
            """
            `constraint(null)` is not valid: 1 problem.
              1. `constraint` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
