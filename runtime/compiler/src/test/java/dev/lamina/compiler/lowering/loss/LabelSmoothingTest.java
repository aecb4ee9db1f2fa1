package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** With a share of 0.1, or of 0.3 where there are three classes. */
class LabelSmoothingTest {

  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}};
  private static final IActivation SIGMOID = new ActivationSigmoid();
  private static final IActivation SOFTMAX = new ActivationSoftmax();

  /** A smoothing loss with its labels, and the same without and labels smoothed by hand. */
  static Stream<Arguments> pairs() {
    double[][] oneHot = {{0, 1, 0}, {0, 0, 1}};
    double[][] smoothedOneHot = {{0.1, 0.8, 0.1}, {0.1, 0.1, 0.8}};
    return Stream.of(
        arguments(
            new LogitBinaryCrossEntropy(0.1),
            new double[][] {{1, 0, 1}, {0, 1, 0.25}},
            new LogitBinaryCrossEntropy(),
            new double[][] {{0.95, 0.05, 0.95}, {0.05, 0.95, 0.275}},
            SIGMOID),
        arguments(
            new LogitCategoricalCrossEntropy(0.3),
            oneHot,
            new LogitCategoricalCrossEntropy(),
            smoothedOneHot,
            SOFTMAX),
        arguments(
            new LogitSparseCategoricalCrossEntropy(0.3),
            new double[][] {{1}, {2}},
            new LogitCategoricalCrossEntropy(),
            smoothedOneHot,
            SOFTMAX));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void itIsThePlainLossOfSmoothedLabels(
      LogitLoss loss,
      double[][] labels,
      LogitLoss plain,
      double[][] smoothed,
      IActivation activation) {
    INDArray logits = Nd4j.createFromArray(LOGITS);

    var actual =
        loss.computeGradientAndScore(Nd4j.createFromArray(labels), logits, activation, null, true);

    var expected =
        plain.computeGradientAndScore(
            Nd4j.createFromArray(smoothed), logits, activation, null, true);
    assertThat(actual.getFirst()).isCloseTo(expected.getFirst(), within(1e-12));
    assertThat(actual.getSecond().data().asDouble())
        .containsExactly(expected.getSecond().data().asDouble(), within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void gradientIsTheSlopeOfTheScore(
      LogitLoss loss,
      double[][] labels,
      LogitLoss plain,
      double[][] smoothed,
      IActivation activation) {
    INDArray logits = Nd4j.createFromArray(LOGITS);

    double worst =
        Slopes.worstRelativeError(loss, Nd4j.createFromArray(labels), logits, activation, null);

    assertThat(worst).isLessThan(1e-6);
    assertThat(loss).isNotEqualTo(plain);
    assertThat(smoothed).hasDimensions(2, 3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void theShareSurvivesJson(
      LogitLoss loss,
      double[][] labels,
      LogitLoss plain,
      double[][] smoothed,
      IActivation activation) {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new LossLayer.Builder(loss).activation(activation).build())
            .build();

    String json = configuration.toJson();

    LossLayer read = (LossLayer) NeuralNetConfiguration.fromJson(json).getLayer();
    assertThat(read.getLossFn()).isEqualTo(loss).isNotEqualTo(plain).hasToString("" + loss);
    assertThat(labels.length).isEqualTo(smoothed.length);
  }

  @Test
  void aModelFileFromBeforeTheOptionIsReadAsWithoutSmoothing() {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new LossLayer.Builder(new LogitBinaryCrossEntropy()).activation(SIGMOID).build())
            .build();
    String json = configuration.toJson().replaceAll(",\\s*\"labelSmoothing\" : 0.0", "");

    LossLayer read = (LossLayer) NeuralNetConfiguration.fromJson(json).getLayer();

    assertThat(json).doesNotContain("labelSmoothing");
    assertThat(read.getLossFn()).isEqualTo(new LogitBinaryCrossEntropy());
  }

  @Test
  void aShareOfOneIsRefused() {
    assertThatThrownBy(() -> new LogitBinaryCrossEntropy(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Label smoothing expects a share in [0, 1), but got 1.0."
                + " Fix: give a number such as 0.1.");
  }
}
