package dev.lamina.training.check;

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
import static dev.lamina.dsl.Activations.SWISH;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.logCosh;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.training.check.GradientCheck.gradientCheck;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Step;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of every activation and of every loss, where they are differentiable. */
class EveryGradientTest {

  private static final double TOLERANCE = 1e-6;
  private static final double[][] ROWS = {
    {0.1, 0.5, -1.1}, {-0.2, 1, 0.3}, {1, -1, 0.7}, {1.3, 0.9, -0.4}, {-2, 0.4, 5}
  };
  private static final double[][] REAL = {
    {0.3, -1.2, 2}, {-0.8, 0.4, 1}, {1.1, 0.2, -3}, {-0.6, 2.2, 0.9}, {0.7, -0.5, 0.1}
  };
  private static final double[][] POSITIVE = {
    {0.3, 1.2, 2}, {0.8, 0.4, 1}, {1.1, 0.2, 3}, {0.6, 2.2, 0.9}, {0.7, 0.5, 0.1}
  };
  private static final double[][] BITS = {{0, 1, 1}, {1, 0, 1}, {0, 0, 1}, {1, 1, 1}, {0, 1, 0}};
  private static final double[][] SIGNS = {
    {-1, 1, 1}, {1, -1, 1}, {-1, -1, 1}, {1, 1, 1}, {-1, 1, -1}
  };
  private static final double[][] ONE_HOT = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
  private static final double[][] SHARES = {
    {0.2, 0.5, 0.3}, {1, 0, 0}, {0.1, 0.1, 0.8}, {0.4, 0.6, 0}, {0.3, 0.3, 0.4}
  };
  private static final double[][] CLASSES = {{1}, {0}, {2}, {0}, {1}};

  static Stream<Activation> activations() {
    return Stream.of(
        LINEAR,
        RELU,
        LEAKY_RELU,
        LEAKY_RELU.alpha(0.2),
        ELU,
        ELU.alpha(0.5),
        SELU,
        SIGMOID,
        TANH,
        GELU,
        GELU_TANH,
        SWISH,
        MISH,
        SOFTPLUS,
        SOFTSIGN,
        HARD_SIGMOID,
        RELU6,
        SOFTMAX,
        SOFTMAX.temperature(2));
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        arguments(meanSquaredError(), LINEAR, REAL),
        arguments(meanSquaredError(), SOFTMAX.temperature(0.5), SHARES),
        arguments(absoluteError(), LINEAR, REAL),
        arguments(meanAbsolutePercentageError(), LINEAR, REAL),
        arguments(meanSquaredLogarithmicError(), SOFTPLUS, POSITIVE),
        arguments(huber(), LINEAR, REAL),
        arguments(huber(0.5), TANH, REAL),
        arguments(logCosh(), LINEAR, REAL),
        arguments(poisson(), SOFTPLUS, POSITIVE),
        arguments(hinge(), TANH, SIGNS),
        arguments(squaredHinge(), LINEAR, SIGNS),
        arguments(cosineSimilarity(), LINEAR, REAL),
        arguments(binaryCrossEntropy(), SIGMOID, BITS),
        arguments(binaryCrossEntropy().labelSmoothing(0.1), SIGMOID, BITS),
        arguments(binaryFocalCrossEntropy(), SIGMOID, BITS),
        arguments(binaryFocalCrossEntropy().gamma(1.5).alpha(0.25), SIGMOID, BITS),
        arguments(categoricalCrossEntropy(), SOFTMAX, ONE_HOT),
        arguments(categoricalCrossEntropy(), SOFTMAX.temperature(3), ONE_HOT),
        arguments(categoricalCrossEntropy().labelSmoothing(0.1), SOFTMAX, ONE_HOT),
        arguments(categoricalFocalCrossEntropy(), SOFTMAX, ONE_HOT),
        arguments(categoricalFocalCrossEntropy(), SOFTMAX.temperature(2), ONE_HOT),
        arguments(sparseCategoricalCrossEntropy(), SOFTMAX, CLASSES),
        arguments(sparseCategoricalCrossEntropy().labelSmoothing(0.1), SOFTMAX, CLASSES),
        arguments(klDivergence(), SOFTMAX, SHARES));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void everyActivationPasses(Activation activation) {
    Network network = sequential(input(3), dense(4).activation(activation), dense(3));

    GradientCheck check = gradientCheck(network, meanSquaredError(), Dataset.of(ROWS, REAL));

    assertThat(check.isPassed(TOLERANCE)).as("%s", check).isTrue();
    assertThat(check.parameters()).anyMatch(each -> each.backPropagation() != 0);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void everyLossPasses(Loss loss, Activation output, double[][] targets) {
    Network network = sequential(input(3), dense(4).tanh(), dense(3).activation(output));

    GradientCheck check = gradientCheck(network, loss, Dataset.of(ROWS, targets));

    assertThat(check.isPassed(TOLERANCE)).as("%s", check).isTrue();
    assertThat(check.parameters()).anyMatch(each -> each.backPropagation() != 0);
  }

  @Test
  void noActivationAndNoLossIsLeftOut() {
    Set<Class<?>> activations = activations().map(Object::getClass).collect(toSet());
    Set<Class<?>> losses = losses().map(each -> each.get()[0].getClass()).collect(toSet());

    activations.add(Step.class); // which is for prediction only
    assertThat(activations).containsAll(Arrays.asList(Activation.class.getPermittedSubclasses()));
    assertThat(losses).containsAll(Arrays.asList(Loss.class.getPermittedSubclasses()));
  }
}
