package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Activations.ELU;
import static dev.lamina.dsl.Activations.GELU;
import static dev.lamina.dsl.Activations.GELU_TANH;
import static dev.lamina.dsl.Activations.HARD_SIGMOID;
import static dev.lamina.dsl.Activations.LEAKY_RELU;
import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.MISH;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.RELU6;
import static dev.lamina.dsl.Activations.SELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.SOFTPLUS;
import static dev.lamina.dsl.Activations.SOFTSIGN;
import static dev.lamina.dsl.Activations.STEP;
import static dev.lamina.dsl.Activations.SWISH;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dense layer ends in. */
class DenseActivationTest {

  static Stream<Arguments> activations() {
    return Stream.of(
        activation(dense -> dense.activation(TANH), TANH),
        activation(dense -> dense.relu().linear(), LINEAR),
        activation(Dense::relu, RELU),
        activation(Dense::leakyRelu, LEAKY_RELU),
        activation(dense -> dense.leakyRelu(0.2), LEAKY_RELU.alpha(0.2)),
        activation(Dense::elu, ELU),
        activation(dense -> dense.elu(0.5), ELU.alpha(0.5)),
        activation(Dense::selu, SELU),
        activation(Dense::sigmoid, SIGMOID),
        activation(Dense::step, STEP),
        activation(Dense::tanh, TANH),
        activation(Dense::gelu, GELU),
        activation(Dense::geluTanh, GELU_TANH),
        activation(Dense::swish, SWISH),
        activation(Dense::silu, SWISH),
        activation(Dense::mish, MISH),
        activation(Dense::softplus, SOFTPLUS),
        activation(Dense::softsign, SOFTSIGN),
        activation(Dense::hardSigmoid, HARD_SIGMOID),
        activation(Dense::relu6, RELU6),
        activation(Dense::softmax, SOFTMAX),
        activation(dense -> dense.softmax(2), SOFTMAX.temperature(2)));
  }

  private static Arguments activation(UnaryOperator<Dense> option, Activation expected) {
    return arguments(option, expected);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("activations")
  void eachActivationIsAnOption(UnaryOperator<Dense> option, Activation expected) {
    Dense before = dense(8).noBias().l2(0.5).initializer(zeros()).frozen().named("a");

    Dense after = option.apply(before);

    assertThat(after)
        .isEqualTo(
            new Dense(
                8,
                expected,
                before.kernel(),
                Optional.empty(),
                Optional.empty(),
                0,
                true,
                Optional.of("a")));
    assertThat(after.outputActivation()).isEqualTo(expected);
    assertThat(before.activation()).isEqualTo(LINEAR);
  }
}
