package dev.lamina.dsl.loss;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

  private static final List<Activation> ALL = List.of(LINEAR, RELU, TANH, SIGMOID, SOFTMAX);

  static Stream<Arguments> outputs() {
    return Stream.of(
        arguments(meanSquaredError(), ALL),
        arguments(binaryCrossEntropy(), List.of(SIGMOID)),
        arguments(categoricalCrossEntropy(), List.of(SOFTMAX)),
        arguments(sparseCategoricalCrossEntropy(), List.of(SOFTMAX)));
  }

  static Stream<Arguments> targets() {
    return Stream.of(
        arguments(meanSquaredError(), TargetKind.NUMBERS, 10),
        arguments(binaryCrossEntropy(), TargetKind.PROBABILITIES, 10),
        arguments(categoricalCrossEntropy(), TargetKind.ONE_HOT, 10),
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
