package dev.lamina.dsl.activation;

import static dev.lamina.dsl.Activations.ELU;
import static dev.lamina.dsl.Activations.LEAKY_RELU;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Layers.leakyRelu;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaTest {

  @Test
  void theLeakIsOneHundredthAndTheLimitIsMinusOneByDefault() {
    assertThat(LEAKY_RELU.alpha()).isEqualTo(0.01);
    assertThat(ELU.alpha()).isEqualTo(1);
  }

  @Test
  void anotherAlphaGivesAnotherFunction() {
    LeakyRelu steeper = LEAKY_RELU.alpha(0.2);
    Elu lower = ELU.alpha(2);

    assertThat(steeper).isEqualTo(new LeakyRelu(0.2));
    assertThat(lower).isEqualTo(new Elu(2));
    assertThat(LEAKY_RELU).isEqualTo(new LeakyRelu(0.01));
    assertThat(ELU).isEqualTo(new Elu(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void anyFiniteAlphaFromZeroOnIsTaken(double alpha) {
    assertThat(leakyRelu(alpha).activation()).isEqualTo(new LeakyRelu(alpha));
    assertThat(elu(alpha).activation()).isEqualTo(new Elu(alpha));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherLeakIsRefused(double alpha, String printed) {
    String message = messageOf(() -> leakyRelu(alpha));

    assertThat(message)
        .isEqualTo(
            """
            `leakyRelu(%1$s)` is not valid: 1 problem.
              1. `alpha` must be a finite number of at least 0 but is %1$s.
                 Fix: give a small slope, such as `leakyRelu(0.01)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherLimitIsRefused(double alpha, String printed) {
    String message = messageOf(() -> elu(alpha));

    assertThat(message)
        .isEqualTo(
            """
            `elu(%1$s)` is not valid: 1 problem.
              1. `alpha` must be a finite number of at least 0 but is %1$s.
                 Fix: give a limit, such as `elu(1)`."""
                .formatted(printed));
  }

  @Test
  void aFunctionPrintsItsConstantAndItsWord() {
    assertThat(LEAKY_RELU).hasToString("LEAKY_RELU");
    assertThat(LEAKY_RELU.alpha(0.2)).hasToString("LEAKY_RELU.alpha(0.2)");
    assertThat(LEAKY_RELU.word()).isEqualTo("leakyRelu()");
    assertThat(LEAKY_RELU.alpha(0.2).word()).isEqualTo("leakyRelu(0.2)");
    assertThat(ELU).hasToString("ELU");
    assertThat(ELU.alpha(2)).hasToString("ELU.alpha(2)");
    assertThat(ELU.word()).isEqualTo("elu()");
    assertThat(ELU.alpha(2).word()).isEqualTo("elu(2)");
  }
}
