package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitBinaryCrossEntropyTest {

  private static final LogitBinaryCrossEntropy LOSS = new LogitBinaryCrossEntropy();
  private static final IActivation SIGMOID = new ActivationSigmoid();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}};
  private static final double[][] LABELS = {{1, 0, 1}, {0, 1, 0.25}};

  @Test
  void scoresAreTheMeanOverTheOutputsOfTheTextbookFormula() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    INDArray scores = LOSS.computeScoreArray(labels, logits, SIGMOID, null);

    assertThat(scores.shape()).containsExactly(2, 1);
    assertThat(scores.getDouble(0)).isCloseTo(textbookMean(0), within(1e-12));
    assertThat(scores.getDouble(1)).isCloseTo(textbookMean(1), within(1e-12));
  }

  @Test
  void scoreIsSummedOrAveragedOverTheExamples() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    double sum = textbookMean(0) + textbookMean(1);

    double summed = LOSS.computeScore(labels, logits, SIGMOID, null, false);
    double averaged = LOSS.computeScore(labels, logits, SIGMOID, null, true);

    assertThat(summed).isCloseTo(sum, within(1e-12));
    assertThat(averaged).isCloseTo(sum / 2, within(1e-12));
  }

  @Test
  void gradientIsSigmoidMinusLabelDividedByTheOutputs() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS).dup('f');

    INDArray gradient = LOSS.computeGradient(labels, logits, SIGMOID, null);

    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        double expected = (sigmoid(LOGITS[row][column]) - LABELS[row][column]) / 3;
        assertThat(gradient.getDouble(row, column)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void gradientIsTheSlopeOfTheScore() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}});

    double worst = Slopes.worstRelativeError(LOSS, labels, logits, SIGMOID, mask);

    assertThat(worst).isLessThan(1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0, 20, 1",
    "100, 0, 100, 1",
    "1000, 0, 1000, 1",
    "-20, 0, 0, 0",
    "-100, 0, 0, 0",
    "-1000, 0, 0, 0",
    "20, 1, 0, 0",
    "100, 1, 0, 0",
    "1000, 1, 0, 0",
    "-20, 1, 20, -1",
    "-100, 1, 100, -1",
    "-1000, 1, 1000, -1",
  })
  void extremeLogitsKeepScoreAndGradientInSinglePrecision(
      double logit, double label, double score, double gradient) {
    INDArray logits = Nd4j.scalar(DataType.FLOAT, logit).reshape(1, 1);
    INDArray labels = Nd4j.scalar(DataType.FLOAT, label).reshape(1, 1);

    double actualScore = LOSS.computeScore(labels, logits, SIGMOID, null, true);
    INDArray actualGradient = LOSS.computeGradient(labels, logits, SIGMOID, null);

    assertThat(actualScore).isCloseTo(score, within(3e-9));
    assertThat(actualGradient.getDouble(0)).isCloseTo(gradient, within(3e-9));
  }

  @Test
  void nanLogitGivesNanScore() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{Float.NaN}, {1}});
    INDArray labels = Nd4j.createFromArray(new float[][] {{0}, {1}});

    double score = LOSS.computeScore(labels, logits, SIGMOID, null, true);

    assertThat(score).isNaN();
  }

  @Test
  void maskOfExamplesWeighsExamplesAndDividesByTheirNumber() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{3}, {0.5}});

    double score = LOSS.computeScore(labels, logits, SIGMOID, mask, true);
    INDArray gradient = LOSS.computeGradient(labels, logits, SIGMOID, mask);

    assertThat(score).isCloseTo((3 * textbookMean(0) + 0.5 * textbookMean(1)) / 2, within(1e-12));
    assertThat(gradient.getDouble(0, 1)).isCloseTo(3 * sigmoid(-1.2) / 3, within(1e-12));
    assertThat(gradient.getDouble(1, 0)).isCloseTo(0.5 * sigmoid(-0.7) / 3, within(1e-12));
  }

  @Test
  void argumentsAreLeftAsTheyWere() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{3}, {0.5}});

    LOSS.computeGradientAndScore(labels, logits, SIGMOID, mask, true);

    assertThat(labels.toDoubleMatrix()).isDeepEqualTo(LABELS);
    assertThat(logits.toDoubleMatrix()).isDeepEqualTo(LOGITS);
    assertThat(mask.toDoubleMatrix()).isDeepEqualTo(new double[][] {{3}, {0.5}});
  }

  @Test
  void otherActivationsAreRefused() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    IActivation softmax = new ActivationSoftmax();

    assertThatThrownBy(() -> LOSS.computeScore(logits, logits, softmax, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitBinaryCrossEntropy` is computed from logits and expects the activation"
                + " `ActivationSigmoid`, but got `softmax`."
                + " Fix: give the loss layer the expected activation.");
  }

  @Test
  void labelsOfAnotherShapeAreRefused() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, 2, 1);

    assertThatThrownBy(() -> LOSS.computeGradient(labels, logits, SIGMOID, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitBinaryCrossEntropy` expects labels of the shape of the logits, [2, 3],"
                + " but they have shape [2, 1]."
                + " Fix: give one label for each output of each example.");
  }

  @Test
  void logitsThatAreNotFlatAreRefused() {
    INDArray logits = Nd4j.zeros(DataType.DOUBLE, 2, 3, 4);

    assertThatThrownBy(() -> LOSS.computeGradient(logits, logits, SIGMOID, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitBinaryCrossEntropy` expects logits of shape [examples, outputs], but they"
                + " have shape [2, 3, 4]. Fix: make the output flat before the loss layer.");
  }

  private static double textbookMean(int row) {
    double sum = 0;
    for (int column = 0; column < 3; column++) {
      double p = sigmoid(LOGITS[row][column]);
      double y = LABELS[row][column];
      sum -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
    }
    return sum / 3;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
