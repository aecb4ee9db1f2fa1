package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.compiler.lowering.activation.TemperedSoftmax;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitCategoricalFocalCrossEntropyTest {

  private static final IActivation SOFTMAX = new ActivationSoftmax();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}, {1, 1, -2}};
  private static final double[][] LABELS = {{0, 1, 0}, {0, 0, 1}, {0.25, 0.25, 0.5}};

  @Test
  void scoresAreThoseOfKerasDocumentation() {
    INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1, 0}, {0, 0, 1}});
    INDArray logits = logs(new double[][] {{0.05, 0.95, 1e-300}, {0.1, 0.8, 0.1}});

    INDArray scores = focal(2).computeScoreArray(labels, logits, SOFTMAX, null);

    assertThat(scores.getDouble(0)).isCloseTo(3.2058331e-05, within(1e-10));
    assertThat(scores.getDouble(1)).isCloseTo(4.6627346e-01, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3.5})
  void scoresAreTheSumOverTheClassesOfTheFormula(double gamma) {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    INDArray scores = focal(gamma).computeScoreArray(labels, logits, SOFTMAX, null);

    for (int row = 0; row < 3; row++) {
      assertThat(scores.getDouble(row)).isCloseTo(formula(row, gamma), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3.5})
  void gradientIsTheSlopeOfTheScore(double gamma) {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray examples = Nd4j.createFromArray(new double[][] {{3}, {0.5}, {2}});
    INDArray outputs = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}, {2, 1, 3}});
    LogitLoss loss = new LogitCategoricalFocalCrossEntropy(gamma, 0.25, 0.1);

    double plain = Slopes.worstRelativeError(loss, labels, logits, SOFTMAX, null);
    double byExample = Slopes.worstRelativeError(loss, labels, logits, SOFTMAX, examples);
    double byOutput = Slopes.worstRelativeError(loss, labels, logits, SOFTMAX, outputs);
    double tempered = Slopes.worstRelativeError(loss, labels, logits, new TemperedSoftmax(2), null);

    assertThat(plain).isLessThan(1e-6);
    assertThat(byExample).isLessThan(1e-6);
    assertThat(byOutput).isLessThan(1e-6);
    assertThat(tempered).isLessThan(1e-6);
  }

  @Test
  void withoutAnExponentItIsCategoricalCrossEntropy() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    var focal =
        new LogitCategoricalFocalCrossEntropy(0, 1, 0.1)
            .computeGradientAndScore(labels, logits, SOFTMAX, null, true);

    var plain =
        new LogitCategoricalCrossEntropy(0.1)
            .computeGradientAndScore(labels, logits, SOFTMAX, null, true);
    assertThat(focal.getFirst()).isCloseTo(plain.getFirst(), within(1e-12));
    assertThat(focal.getSecond().data().asDouble())
        .containsExactly(plain.getSecond().data().asDouble(), within(1e-12));
  }

  @Test
  void confidenceKeepsItsDigitsInSinglePrecision() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{20, 0}});
    INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}});

    var both =
        new LogitCategoricalFocalCrossEntropy(2, 1, 0)
            .computeGradientAndScore(labels, logits, SOFTMAX, null, true);

    // u = e^-20, the loss u^2 u to the first order, its slope by the first logit -3 u^3.
    assertThat(both.getFirst() / Math.exp(-60)).isCloseTo(1, within(1e-5));
    assertThat(both.getSecond().getDouble(0) / Math.exp(-60)).isCloseTo(-3, within(1e-5));
    assertThat(both.getSecond().getDouble(1) / Math.exp(-60)).isCloseTo(3, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 0, 0, 0",
    "0, 1000, 1000, -1, 1",
    "-1000, 0, 1000, -1, 1",
    "0, -1000, 0, 0, 0",
    "1000, -1000, 0, 0, 0",
    "-1000, 1000, 2000, -1, 1",
  })
  void extremeLogitsKeepScoreAndGradientInSinglePrecision(
      float right, float wrong, double score, float byRight, float byWrong) {
    INDArray logits = Nd4j.createFromArray(new float[][] {{right, wrong, -1000}});
    INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0, 0}});

    for (double gamma : new double[] {0, 0.01, 0.5, 2}) {
      var both =
          new LogitCategoricalFocalCrossEntropy(gamma, 1, 0)
              .computeGradientAndScore(labels, logits, SOFTMAX, null, true);

      assertThat(both.getFirst()).isEqualTo(score);
      assertThat(both.getSecond().toFloatVector())
          .containsExactly(new float[] {byRight, byWrong, 0}, within(1e-30f));
    }
  }

  @Test
  void configurationSurvivesJson() {
    LogitLoss loss = new LogitCategoricalFocalCrossEntropy(1.5, 0.5, 0.1);
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new LossLayer.Builder(loss).activation(SOFTMAX).build())
            .build();

    LossLayer read = (LossLayer) NeuralNetConfiguration.fromJson(configuration.toJson()).getLayer();

    assertThat(read.getLossFn())
        .isEqualTo(loss)
        .isNotEqualTo(new LogitCategoricalFocalCrossEntropy(1.5, 0.5, 0))
        .hasToString("LogitCategoricalFocalCrossEntropy(1.5, 0.5, 0.1)");
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new LogitCategoricalFocalCrossEntropy(2, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "LogitCategoricalFocalCrossEntropy expects `alpha` to be finite and at least 0, but got"
                + " NaN. Fix: give a number in that range.");
  }

  private static LogitLoss focal(double gamma) {
    return new LogitCategoricalFocalCrossEntropy(gamma, 0.25, 0);
  }

  private static INDArray logs(double[][] probabilities) {
    return Nd4j.createFromArray(
        Arrays.stream(probabilities)
            .map(row -> DoubleStream.of(row).map(Math::log).toArray())
            .toArray(double[][]::new));
  }

  private static double formula(int row, double gamma) {
    double all = DoubleStream.of(LOGITS[row]).map(Math::exp).sum();
    double sum = 0;
    for (int column = 0; column < 3; column++) {
      double p = Math.exp(LOGITS[row][column]) / all;
      sum -= 0.25 * LABELS[row][column] * Math.pow(1 - p, gamma) * Math.log(p);
    }
    return sum;
  }
}
