package dev.lamina.compiler.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.activation.ExactElu;
import dev.lamina.compiler.lowering.activation.ExactGelu;
import dev.lamina.compiler.lowering.activation.ExactGeluTanh;
import dev.lamina.compiler.lowering.activation.ExactHardSigmoid;
import dev.lamina.compiler.lowering.activation.ExactLeakyRelu;
import dev.lamina.compiler.lowering.activation.ExactMish;
import dev.lamina.compiler.lowering.activation.ExactRelu6;
import dev.lamina.compiler.lowering.activation.ExactSoftplus;
import dev.lamina.compiler.lowering.activation.ExactStep;
import dev.lamina.compiler.lowering.activation.ExactSwish;
import dev.lamina.compiler.lowering.activation.TemperedSoftmax;
import dev.lamina.dsl.Activations;
import dev.lamina.dsl.activation.Activation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationTanH;

class ActivationLoweringTest {

  static Stream<Arguments> functions() {
    return Stream.of(
        arguments(Activations.LINEAR, new ActivationIdentity()),
        arguments(Activations.RELU, new ActivationReLU()),
        arguments(Activations.LEAKY_RELU, new ExactLeakyRelu(0.01)),
        arguments(Activations.LEAKY_RELU.alpha(0.2), new ExactLeakyRelu(0.2)),
        arguments(Activations.ELU, new ExactElu(1)),
        arguments(Activations.ELU.alpha(0.5), new ExactElu(0.5)),
        arguments(Activations.SELU, new ActivationSELU()),
        arguments(Activations.SIGMOID, new ActivationSigmoid()),
        arguments(Activations.STEP, new ExactStep()),
        arguments(Activations.TANH, new ActivationTanH()),
        arguments(Activations.GELU, new ExactGelu()),
        arguments(Activations.GELU_TANH, new ExactGeluTanh()),
        arguments(Activations.SWISH, new ExactSwish()),
        arguments(Activations.MISH, new ExactMish()),
        arguments(Activations.SOFTPLUS, new ExactSoftplus()),
        arguments(Activations.SOFTSIGN, new ActivationSoftSign()),
        arguments(Activations.HARD_SIGMOID, new ExactHardSigmoid()),
        arguments(Activations.RELU6, new ExactRelu6()),
        arguments(Activations.SOFTMAX, new TemperedSoftmax(1)),
        arguments(Activations.SOFTMAX.temperature(2), new TemperedSoftmax(2)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void eachFunctionBecomesTheOneThatMeansTheSame(Activation activation, IActivation expected) {
    IActivation lowered = activation.accept(new ActivationLowering());

    assertThat(lowered).isEqualTo(expected);
  }

  @Test
  void noFunctionIsForgottenHere() {
    Class<?>[] all = Activation.class.getPermittedSubclasses();

    Stream<Object> here = functions().map(each -> each.get()[0].getClass());

    assertThat(here).contains((Object[]) all);
  }
}
