package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitBinaryFocalCrossEntropyTest {

  private static final IActivation SIGMOID = new ActivationSigmoid();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}};
  private static final double[][] LABELS = {{1, 0, 1}, {0, 1, 0.25}};

  @ParameterizedTest
  @CsvSource({"1, 1, 0.691", "0.25, 0.75, 0.51"})
  void scoreIsThatOfKerasDocumentation(double positive, double negative, double expected) {
    INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1, 0, 0}});
    INDArray logits = Nd4j.createFromArray(new double[][] {{-18.6, 0.51, 2.94, -12.8}});

    double score =
        new LogitBinaryFocalCrossEntropy(2, positive, negative)
            .computeScore(labels, logits, SIGMOID, null, true);

    assertThat(score).isCloseTo(expected, within(5e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3.5})
  void scoresAreTheMeanOverTheOutputsOfTheFormula(double gamma) {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    INDArray scores =
        new LogitBinaryFocalCrossEntropy(gamma, 0.25, 0.75)
            .computeScoreArray(labels, logits, SIGMOID, null);

    assertThat(scores.getDouble(0)).isCloseTo(formulaMean(0, gamma), within(1e-12));
    assertThat(scores.getDouble(1)).isCloseTo(formulaMean(1, gamma), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3.5})
  void gradientIsTheSlopeOfTheScore(double gamma) {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}});
    LogitLoss loss = new LogitBinaryFocalCrossEntropy(gamma, 0.25, 0.75);

    double worst = Slopes.worstRelativeError(loss, labels, logits, SIGMOID, null);
    double masked = Slopes.worstRelativeError(loss, labels, logits, SIGMOID, mask);

    assertThat(worst).isLessThan(1e-6);
    assertThat(masked).isLessThan(1e-6);
  }

  @Test
  void withoutAnExponentItIsBinaryCrossEntropy() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    var focal =
        new LogitBinaryFocalCrossEntropy(0, 1, 1)
            .computeGradientAndScore(labels, logits, SIGMOID, null, true);

    var plain =
        new LogitBinaryCrossEntropy().computeGradientAndScore(labels, logits, SIGMOID, null, true);
    assertThat(focal.getFirst()).isCloseTo(plain.getFirst(), within(1e-12));
    assertThat(focal.getSecond().data().asDouble())
        .containsExactly(plain.getSecond().data().asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0, 100, 1",
    "1000, 0, 1000, 1",
    "-100, 0, 0, 0",
    "-1000, 0, 0, 0",
    "100, 1, 0, 0",
    "1000, 1, 0, 0",
    "-100, 1, 100, -1",
    "-1000, 1, 1000, -1",
    "1000, 0.5, 125, 0.125",
    "-1000, 0.5, 125, -0.125",
  })
  void extremeLogitsKeepScoreAndGradientInSinglePrecision(
      double logit, double label, double score, double gradient) {
    INDArray logits = Nd4j.scalar(DataType.FLOAT, logit).reshape(1, 1);
    INDArray labels = Nd4j.scalar(DataType.FLOAT, label).reshape(1, 1);

    var both =
        new LogitBinaryFocalCrossEntropy(2, 1, 1)
            .computeGradientAndScore(labels, logits, SIGMOID, null, true);

    assertThat(both.getFirst()).isCloseTo(score, within(3e-9));
    assertThat(both.getSecond().getDouble(0)).isCloseTo(gradient, within(3e-9));
  }

  @Test
  void configurationSurvivesJson() {
    LogitLoss loss = new LogitBinaryFocalCrossEntropy(1.5, 0.25, 0.75);
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new LossLayer.Builder(loss).activation(SIGMOID).build())
            .build();

    LossLayer read = (LossLayer) NeuralNetConfiguration.fromJson(configuration.toJson()).getLayer();

    assertThat(read.getLossFn())
        .isEqualTo(loss)
        .isNotEqualTo(new LogitBinaryFocalCrossEntropy(1.5, 1, 1))
        .hasToString("LogitBinaryFocalCrossEntropy(1.5, 0.25, 0.75)");
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new LogitBinaryFocalCrossEntropy(-1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "LogitBinaryFocalCrossEntropy expects `gamma` to be finite and at least 0, but got"
                + " -1.0. Fix: give a number in that range.");
  }

  private static double formulaMean(int row, double gamma) {
    double sum = 0;
    for (int column = 0; column < 3; column++) {
      double p = 1 / (1 + Math.exp(-LOGITS[row][column]));
      double y = LABELS[row][column];
      double right = y * p + (1 - y) * (1 - p);
      double entropy = -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
      double weight = 0.25 * y + 0.75 * (1 - y);
      sum += weight * Math.pow(1 - right, gamma) * entropy;
    }
    return sum / 3;
  }
}
