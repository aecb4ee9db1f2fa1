package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.glorotNormal;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.heUniform;
import static dev.lamina.dsl.Initializers.lecunNormal;
import static dev.lamina.dsl.Initializers.lecunUniform;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.layer.VarianceScaling.Fan.AVERAGE;
import static dev.lamina.dsl.layer.VarianceScaling.Fan.IN;
import static dev.lamina.dsl.layer.VarianceScaling.Spread.NORMAL;
import static dev.lamina.dsl.layer.VarianceScaling.Spread.UNIFORM;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {

  static Stream<Arguments> scalings() {
    return Stream.of(
        arguments(glorotUniform(), "glorotUniform()", 1, AVERAGE, UNIFORM),
        arguments(glorotNormal(), "glorotNormal()", 1, AVERAGE, NORMAL),
        arguments(heUniform(), "heUniform()", 2, IN, UNIFORM),
        arguments(heNormal(), "heNormal()", 2, IN, NORMAL),
        arguments(lecunUniform(), "lecunUniform()", 1, IN, UNIFORM),
        arguments(lecunNormal(), "lecunNormal()", 1, IN, NORMAL));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("scalings")
  void theVarianceIsThatOfThePaper(
      VarianceScaling scaling,
      String code,
      double scale,
      VarianceScaling.Fan fan,
      VarianceScaling.Spread spread) {
    assertThat(scaling).hasToString(code);
    assertThat(scaling.scale()).isEqualTo(scale);
    assertThat(scaling.fan()).isEqualTo(fan);
    assertThat(scaling.spread()).isEqualTo(spread);
  }

  @Test
  void constantsArePrintedByTheirShortestWord() {
    assertThat(zeros()).isEqualTo(new Constant(0)).hasToString("zeros()");
    assertThat(ones()).isEqualTo(new Constant(1)).hasToString("ones()");
    assertThat(constant(-0.5)).isEqualTo(new Constant(-0.5)).hasToString("constant(-0.5)");
    assertThat(constant(-0.0)).hasToString("constant(-0.0)");
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void aConstantThatIsNoNumberIsRefused(double value, String printed) {
    String message = messageOf(() -> constant(value));

    assertThat(message)
        .isEqualTo(
            """
            `constant(%1$s)` is not valid: 1 problem.
              1. `value` must be a finite number but is %1$s.
                 Fix: give a finite number."""
                .formatted(printed));
  }
}
