package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The biases of a dense layer, and those that are left out. */
class DenseBiasTest {

  static Stream<Initializer> matrices() {
    return Stream.of(orthogonal(), identity().gain(2));
  }

  static Stream<Arguments> biasOptions() {
    return Stream.of(
        biasOption("biasInitializer(ones())", dense -> dense.biasInitializer(ones())),
        biasOption("biasL1(0.5)", dense -> dense.biasL1(0.5)),
        biasOption("biasL2(0.5)", dense -> dense.biasL2(0.5)),
        biasOption("biasWeightDecay(0)", dense -> dense.biasWeightDecay(0)));
  }

  private static Arguments biasOption(String code, UnaryOperator<Dense> option) {
    return arguments(code, option);
  }

  @Test
  void aStartOfBiasesIsRequired() {
    String message = messageOf(() -> dense(8).biasInitializer(null));

    assertThat(message)
        .isEqualTo(
            """
            `biasInitializer(null)` is not valid: 1 problem.
              1. `initializer` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @ParameterizedTest
  @MethodSource("matrices")
  void biasesCannotStartAsMatrices(Initializer matrix) {
    String message = messageOf(() -> dense(8).biasInitializer(matrix));

    assertThat(message)
        .isEqualTo(
            """
            `dense(8)` is not valid: 1 problem.
              1. `biasInitializer` must be one that can start vectors but is %s.
                 Fix: use another, such as `zeros()`."""
                .formatted(matrix));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("biasOptions")
  void withoutBiasesTheirOptionsAreRefused(String code, UnaryOperator<Dense> option) {
    Dense dense = dense(8).noBias();

    String message = messageOf(() -> option.apply(dense));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `bias` must be part of the layer but is left out by `noBias()`.
                 Fix: remove `noBias()`, or this option."""
                .formatted(code));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("biasOptions")
  void biasesWithOptionsCannotBeLeftOut(String code, UnaryOperator<Dense> option) {
    Dense dense = option.apply(dense(8));

    String message = messageOf(dense::noBias);

    assertThat(message)
        .isEqualTo(
            """
            `noBias()` is not valid: 1 problem.
              1. `bias` must be without options of its own but is that of `dense(8).%s`.
                 Fix: remove the options for biases, or `noBias()`."""
                .formatted(code));
  }

  @Test
  void biasesCanBeLeftOutTwice() {
    Dense once = dense(8).biasL1(0).noBias();

    Dense twice = once.noBias();

    assertThat(twice).isEqualTo(once).hasToString("dense(8).noBias()");
  }
}
