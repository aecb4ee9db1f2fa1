package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.glorotNormal;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.heUniform;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.lecunNormal;
import static dev.lamina.dsl.Initializers.lecunUniform;
import static dev.lamina.dsl.Initializers.normal;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.layer.VarianceScaling.Fan.AVERAGE;
import static dev.lamina.dsl.layer.VarianceScaling.Fan.IN;
import static dev.lamina.dsl.layer.VarianceScaling.Spread.NORMAL;
import static dev.lamina.dsl.layer.VarianceScaling.Spread.UNIFORM;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.code.Code;
import java.util.List;
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

  @Test
  void theDefaultsAreThoseOfKeras() {
    assertThat(uniform()).isEqualTo(new Uniform(-0.05, 0.05));
    assertThat(normal()).isEqualTo(new Normal(0.05, 0));
    assertThat(truncatedNormal()).isEqualTo(new TruncatedNormal(0.05, 0));
    assertThat(orthogonal()).isEqualTo(new Orthogonal(1));
    assertThat(identity()).isEqualTo(new Identity(1));
  }

  @Test
  void onlyMatricesCanBeOrthogonalOrTheIdentity() {
    List<Initializer> every =
        List.of(
            zeros(), heNormal(), uniform(), normal(), truncatedNormal(), orthogonal(), identity());

    List<Initializer> matrices = every.stream().filter(Initializer::isMatrix).toList();

    assertThat(matrices).containsExactly(orthogonal(), identity());
  }

  @Test
  void whatIsNotTheDefaultIsPrinted() {
    assertThat(uniform(-0.5, 1)).hasToString("uniform(-0.5, 1)");
    assertThat(uniform(-0.05, 0.05)).hasToString("uniform()");
    assertThat(normal(0.05).mean(0)).hasToString("normal()");
    assertThat(normal().mean(2)).hasToString("normal().mean(2)");
    assertThat(truncatedNormal(1).mean(2)).hasToString("truncatedNormal(1).mean(2)");
    assertThat(orthogonal().gain(1)).hasToString("orthogonal()");
    assertThat(identity().gain(-2)).hasToString("identity().gain(-2)");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, `min` must be at most `max` but is 1.",
    "NaN, 1, `min` must be a finite number but is NaN.",
    "0, Infinity, `max` must be a finite number but is Infinity."
  })
  void boundsThatAreNoneAreRefused(double min, double max, String finding) {
    String message = messageOf(() -> uniform(min, max));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. %s
                 Fix: give the smaller bound, then the larger, such as `uniform(-0.05, 0.05)`."""
                .formatted(Code.call("uniform", min, max), finding));
  }

  @Test
  void boundsWhoseDistanceIsNoNumberAreRefused() {
    String message = messageOf(() -> uniform(-Double.MAX_VALUE, Double.MAX_VALUE));

    assertThat(message)
        .isEqualTo(
            """
            `uniform(-1.7976931348623157e308, 1.7976931348623157e308)` is not valid: 1 problem.
              1. `max - min` must be a finite number but is Infinity.
                 Fix: give bounds that are nearer to each other.""");
  }

  @ParameterizedTest
  @CsvSource({"-0.1, -0.1", "NaN, NaN", "Infinity, Infinity"})
  void deviationsThatAreNoneAreRefused(double stddev, String printed) {
    String plain = messageOf(() -> normal(stddev));
    String truncated = messageOf(() -> truncatedNormal(stddev));

    String expected =
        """
        `%1$s(%2$s)` is not valid: 1 problem.
          1. `stddev` must be a finite number of at least 0 but is %2$s.
             Fix: give a standard deviation, such as `%1$s(0.05)`.""";
    assertThat(plain).isEqualTo(expected.formatted("normal", printed));
    assertThat(truncated).isEqualTo(expected.formatted("truncatedNormal", printed));
  }

  @Test
  void meansThatAreNoNumberAreRefused() {
    String plain = messageOf(() -> normal(1).mean(Double.NaN));
    String truncated = messageOf(() -> truncatedNormal(1).mean(Double.NaN));

    String expected =
        """
        `%s(1)` is not valid: 1 problem.
          1. `mean` must be a finite number but is NaN.
             Fix: give a finite number, such as 0.""";
    assertThat(plain).isEqualTo(expected.formatted("normal"));
    assertThat(truncated).isEqualTo(expected.formatted("truncatedNormal"));
  }

  @Test
  void gainsThatAreNoNumberAreRefused() {
    String orthogonal = messageOf(() -> orthogonal().gain(Double.NaN));
    String identity = messageOf(() -> identity().gain(Double.NaN));

    String expected =
        """
        `gain(NaN)` is not valid: 1 problem.
          1. `factor` must be a finite number but is NaN.
             Fix: give a finite number, such as 1.""";
    assertThat(orthogonal).isEqualTo(expected);
    assertThat(identity).isEqualTo(expected);
  }
}
