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
import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Layers.gelu;
import static dev.lamina.dsl.Layers.geluTanh;
import static dev.lamina.dsl.Layers.hardSigmoid;
import static dev.lamina.dsl.Layers.leakyRelu;
import static dev.lamina.dsl.Layers.linear;
import static dev.lamina.dsl.Layers.mish;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.relu6;
import static dev.lamina.dsl.Layers.selu;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Layers.silu;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Layers.softplus;
import static dev.lamina.dsl.Layers.softsign;
import static dev.lamina.dsl.Layers.step;
import static dev.lamina.dsl.Layers.swish;
import static dev.lamina.dsl.Layers.tanh;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.shape.Flat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationLayerTest {

  static Stream<Arguments> words() {
    return Stream.of(
        arguments(linear(), LINEAR, "linear()"),
        arguments(relu(), RELU, "relu()"),
        arguments(leakyRelu(), LEAKY_RELU, "leakyRelu()"),
        arguments(leakyRelu(0.2), LEAKY_RELU.alpha(0.2), "leakyRelu(0.2)"),
        arguments(elu(), ELU, "elu()"),
        arguments(elu(0.5), ELU.alpha(0.5), "elu(0.5)"),
        arguments(selu(), SELU, "selu()"),
        arguments(sigmoid(), SIGMOID, "sigmoid()"),
        arguments(step(), STEP, "step()"),
        arguments(tanh(), TANH, "tanh()"),
        arguments(gelu(), GELU, "gelu()"),
        arguments(geluTanh(), GELU_TANH, "geluTanh()"),
        arguments(swish(), SWISH, "swish()"),
        arguments(silu(), SWISH, "swish()"),
        arguments(mish(), MISH, "mish()"),
        arguments(softplus(), SOFTPLUS, "softplus()"),
        arguments(softsign(), SOFTSIGN, "softsign()"),
        arguments(hardSigmoid(), HARD_SIGMOID, "hardSigmoid()"),
        arguments(relu6(), RELU6, "relu6()"),
        arguments(softmax(), SOFTMAX, "softmax()"),
        arguments(softmax(2), SOFTMAX.temperature(2), "softmax(2)"),
        arguments(activation(TANH), TANH, "tanh()"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("words")
  void eachActivationIsALayerThatPrintsItsWord(
      ActivationLayer layer, Activation expected, String word) {
    ActivationLayer named = layer.named("bend");

    assertThat(layer).isEqualTo(new ActivationLayer(expected, Optional.empty()));
    assertThat(layer).hasToString(word);
    assertThat(layer.outputActivation()).isEqualTo(expected);
    assertThat(named).isEqualTo(new ActivationLayer(expected, Optional.of("bend")));
    assertThat(named).hasToString(word + ".named(\"bend\")");
  }

  @Test
  void shapesPassThroughAndNothingIsLearned() {
    ActivationLayer layer = relu();

    assertThat(layer.outputShape(new Flat(5))).isEqualTo(new Flat(5));
    assertThat(layer.parameters(new Flat(5))).isEmpty();
  }

  @Test
  void aFunctionIsRequired() {
    String message = messageOf(() -> activation(null));

    assertThat(message)
        .isEqualTo(
            """
            `activation(null)` is not valid: 1 problem.
              1. `activation` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
