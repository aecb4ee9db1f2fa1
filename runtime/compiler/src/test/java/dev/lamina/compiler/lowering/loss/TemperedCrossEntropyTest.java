package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.compiler.lowering.activation.TemperedSoftmax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Cross-entropies of softmax(z / T). */
class TemperedCrossEntropyTest {

  private static final LogitLoss CATEGORICAL = new LogitCategoricalCrossEntropy();
  private static final LogitLoss SPARSE = new LogitSparseCategoricalCrossEntropy();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}};
  private static final double[][] LABELS = {{0.8, 0.1, 0.1}, {0.2, 0.3, 0.5}};

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 2, 100})
  void scoreAndGradientAreThoseOfTheDividedLogits(double temperature) {
    IActivation softmax = new TemperedSoftmax(temperature);
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS).dup('f');

    INDArray scores = CATEGORICAL.computeScoreArray(labels, logits, softmax, null);
    INDArray gradient = CATEGORICAL.computeGradient(labels, logits, softmax, null);

    for (int row = 0; row < 2; row++) {
      double[] p = shares(LOGITS[row], temperature);
      double loss = 0;
      double[] slopes = new double[3];
      for (int j = 0; j < 3; j++) {
        loss -= LABELS[row][j] * Math.log(p[j]);
        slopes[j] = (p[j] - LABELS[row][j]) / temperature;
      }
      assertThat(scores.getDouble(row)).isCloseTo(loss, within(1e-12));
      assertThat(gradient.getRow(row).toDoubleVector()).containsExactly(slopes, within(1e-12));
    }
    assertThat(logits.toDoubleMatrix()).isDeepEqualTo(LOGITS);
  }

  @Test
  void gradientIsTheSlopeOfTheScoreAlsoWithWeights() {
    IActivation softmax = new TemperedSoftmax(2.5);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray classes = Nd4j.createFromArray(new double[][] {{1}, {2}});
    INDArray weights = Nd4j.createFromArray(new double[][] {{3}, {0.5}});

    double plain = Slopes.worstRelativeError(CATEGORICAL, labels, logits, softmax, null);
    double weighed = Slopes.worstRelativeError(CATEGORICAL, labels, logits, softmax, weights);
    double sparse = Slopes.worstRelativeError(SPARSE, classes, logits, softmax, weights);

    assertThat(plain).isLessThan(1e-6);
    assertThat(weighed).isLessThan(1e-6);
    assertThat(sparse).isLessThan(1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 1000", "0.5, 1000", "2, 1000", "10, 1000", "0.25, -1000", "10, -1000"})
  void extremeLogitsKeepScoreAndGradientInSinglePrecision(double temperature, float logit) {
    IActivation softmax = new TemperedSoftmax(temperature);
    INDArray logits = Nd4j.createFromArray(new float[][] {{logit, -logit}});
    int wrong = logit > 0 ? 1 : 0;
    INDArray classes = Nd4j.createFromArray(new float[][] {{wrong}});

    double score = SPARSE.computeScore(classes, logits, softmax, null, true);
    INDArray gradient = SPARSE.computeGradient(classes, logits, softmax, null);

    assertThat(score).isCloseTo(2000 / temperature, within(1e-3));
    assertThat(gradient.getDouble(wrong)).isCloseTo(-1 / temperature, within(1e-7));
    assertThat(gradient.getDouble(1 - wrong)).isCloseTo(1 / temperature, within(1e-7));
  }

  @Test
  void smallDifferencesOfLargeLogitsCountInSinglePrecision() {
    IActivation softmax = new TemperedSoftmax(0.125);
    INDArray logits = Nd4j.createFromArray(new float[][] {{1000, 999.875f}});
    INDArray classes = Nd4j.createFromArray(new float[][] {{0}});

    INDArray gradient = SPARSE.computeGradient(classes, logits, softmax, null);

    double other = 1 / (1 + Math.E) / 0.125;
    assertThat(gradient.getDouble(0)).isCloseTo(-other, within(1e-6));
    assertThat(gradient.getDouble(1)).isCloseTo(other, within(1e-6));
  }

  @Test
  void temperatureDoesNotHideAnActivationThatDoesNotSuit() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    LogitLoss binary = new LogitBinaryCrossEntropy();

    assertThatThrownBy(
            () -> binary.computeScore(logits, logits, new TemperedSoftmax(2), null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitBinaryCrossEntropy` is computed from logits and expects the activation"
                + " `ActivationSigmoid`, but got `TemperedSoftmax(temperature=2.0)`."
                + " Fix: give the loss layer the expected activation.");
  }

  private static double[] shares(double[] logits, double temperature) {
    double[] powers = Arrays.stream(logits).map(z -> Math.exp(z / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
