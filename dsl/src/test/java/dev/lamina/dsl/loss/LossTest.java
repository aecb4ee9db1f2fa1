package dev.lamina.dsl.loss;

import static dev.lamina.dsl.Activations.ELU;
import static dev.lamina.dsl.Activations.LEAKY_RELU;
import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.SELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.STEP;
import static dev.lamina.dsl.Activations.TANH;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

  private static final List<Activation> ALL =
      List.of(
          LINEAR, RELU, LEAKY_RELU, LEAKY_RELU.alpha(0), ELU, SELU, TANH, SIGMOID, STEP, SOFTMAX);
  private static final List<Activation> NOT_NEGATIVE =
      List.of(RELU, LEAKY_RELU.alpha(0), SIGMOID, STEP, SOFTMAX);
  private static final List<Activation> SIGNED = List.of(LINEAR, LEAKY_RELU, ELU, SELU, TANH);

  static Stream<Arguments> outputs() {
    return Stream.of(
        arguments(meanSquaredError(), ALL),
        arguments(absoluteError(), ALL),
        arguments(meanAbsolutePercentageError(), ALL),
        arguments(meanSquaredLogarithmicError(), NOT_NEGATIVE),
        arguments(huber(), ALL),
        arguments(logCosh(), ALL),
        arguments(poisson(), NOT_NEGATIVE),
        arguments(hinge(), SIGNED),
        arguments(squaredHinge(), SIGNED),
        arguments(cosineSimilarity(), ALL),
        arguments(binaryFocalCrossEntropy(), List.of(SIGMOID)),
        arguments(klDivergence(), List.of(SOFTMAX)),
        arguments(binaryCrossEntropy(), List.of(SIGMOID)),
        arguments(categoricalCrossEntropy(), List.of(SOFTMAX)),
        arguments(categoricalFocalCrossEntropy(), List.of(SOFTMAX)),
        arguments(sparseCategoricalCrossEntropy(), List.of(SOFTMAX)));
  }

  static Stream<Arguments> targets() {
    return Stream.of(
        arguments(meanSquaredError(), TargetKind.NUMBERS, 10),
        arguments(absoluteError(), TargetKind.NUMBERS, 10),
        arguments(meanAbsolutePercentageError(), TargetKind.NOT_ZERO, 10),
        arguments(meanSquaredLogarithmicError(), TargetKind.ABOVE_MINUS_ONE, 10),
        arguments(huber(), TargetKind.NUMBERS, 10),
        arguments(logCosh(), TargetKind.NUMBERS, 10),
        arguments(poisson(), TargetKind.NOT_NEGATIVE, 10),
        arguments(hinge(), TargetKind.SIGNS, 10),
        arguments(squaredHinge(), TargetKind.SIGNS, 10),
        arguments(cosineSimilarity(), TargetKind.NUMBERS, 10),
        arguments(binaryFocalCrossEntropy(), TargetKind.PROBABILITIES, 10),
        arguments(klDivergence(), TargetKind.DISTRIBUTION, 10),
        arguments(binaryCrossEntropy(), TargetKind.PROBABILITIES, 10),
        arguments(categoricalCrossEntropy(), TargetKind.ONE_HOT, 10),
        arguments(categoricalFocalCrossEntropy(), TargetKind.ONE_HOT, 10),
        arguments(sparseCategoricalCrossEntropy(), TargetKind.CLASS_INDEX, 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outputs")
  void aLossKnowsTheOutputsThatItReads(Loss loss, List<Activation> expected) {
    List<Activation> suited = ALL.stream().filter(loss::suits).toList();

    assertThat(suited).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void aLossKnowsTheTargetsOfTenOutputs(Loss loss, TargetKind kind, int expected) {
    int width = loss.targetWidth(10);

    assertThat(loss.targets()).isEqualTo(kind);
    assertThat(width).isEqualTo(expected);
  }
}
