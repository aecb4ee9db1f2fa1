package dev.lamina.inference.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Softmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionCodeTest {

  @ParameterizedTest
  @EnumSource
  void everyActivationComesBack(FunctionCode code) {
    Activation activation = code.activation(0.75);

    CodedFunction coded = CodedFunction.of(activation);

    assertThat(coded.code()).isEqualTo(code);
    assertThat(coded.code().activation(coded.option())).isEqualTo(activation);
    assertThat(FunctionCode.of(code.number())).contains(code);
  }

  @Test
  void everyActivationHasACode() {
    assertThat(FunctionCode.values())
        .extracting(code -> (Object) code.activation(1).getClass())
        .containsExactlyInAnyOrder((Object[]) Activation.class.getPermittedSubclasses());
  }

  /** Files that are there hold them. */
  @Test
  void numbersStay() {
    assertThat(Arrays.stream(FunctionCode.values()).map(code -> code.number() + " " + code))
        .containsExactly(
            "0 LINEAR",
            "1 RELU",
            "2 LEAKY_RELU",
            "3 ELU",
            "4 SELU",
            "5 SIGMOID",
            "6 STEP",
            "7 TANH",
            "8 GELU",
            "9 GELU_TANH",
            "10 SWISH",
            "11 MISH",
            "12 SOFTPLUS",
            "13 SOFTSIGN",
            "14 HARD_SIGMOID",
            "15 RELU6",
            "16 SOFTMAX");
  }

  @Test
  void optionsAreKept() {
    assertThat(FunctionCode.LEAKY_RELU.activation(0.2)).isEqualTo(new LeakyRelu(0.2));
    assertThat(FunctionCode.ELU.activation(0.5)).isEqualTo(new Elu(0.5));
    assertThat(FunctionCode.SOFTMAX.activation(2)).isEqualTo(new Softmax(2));
    assertThat(CodedFunction.of(new Softmax(2)).option()).isEqualTo(2);
  }
}
