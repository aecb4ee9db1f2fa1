package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxCrossEntropyTest {

  private static final SoftmaxCrossEntropy CATEGORICAL = new LogitCategoricalCrossEntropy();
  private static final SoftmaxCrossEntropy SPARSE = new LogitSparseCategoricalCrossEntropy();
  private static final IActivation SOFTMAX = new ActivationSoftmax();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.0, 4.0}};
  private static final double[][] SMOOTHED = {{0.8, 0.1, 0.1}, {0.2, 0.5, 0.6}};
  private static final double[][] ONE_HOT = {{0, 1, 0}, {0, 0, 1}};
  private static final double[][] CLASSES = {{1}, {2}};

  @Test
  void scoresAreMinusTheLogOfTheSoftmaxWeighedByTheLabels() {
    INDArray labels = Nd4j.createFromArray(SMOOTHED);
    INDArray logits = Nd4j.createFromArray(LOGITS).dup('f');

    INDArray scores = CATEGORICAL.computeScoreArray(labels, logits, SOFTMAX, null);

    assertThat(scores.shape()).containsExactly(2, 1);
    assertThat(scores.getDouble(0)).isCloseTo(textbook(0, SMOOTHED[0]), within(1e-12));
    assertThat(scores.getDouble(1)).isCloseTo(textbook(1, SMOOTHED[1]), within(1e-12));
  }

  @Test
  void gradientIsTheSoftmaxTimesTheSumOfTheLabelsMinusTheLabels() {
    INDArray labels = Nd4j.createFromArray(SMOOTHED);
    INDArray logits = Nd4j.createFromArray(LOGITS).dup('f');

    INDArray gradient = CATEGORICAL.computeGradient(labels, logits, SOFTMAX, null);

    for (int row = 0; row < 2; row++) {
      double mass = SMOOTHED[row][0] + SMOOTHED[row][1] + SMOOTHED[row][2];
      for (int column = 0; column < 3; column++) {
        double expected = softmax(LOGITS[row])[column] * mass - SMOOTHED[row][column];
        assertThat(gradient.getDouble(row, column)).isCloseTo(expected, within(1e-12));
      }
    }
  }

  @Test
  void classIndicesMeanTheirOneHotRows() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray oneHot = Nd4j.createFromArray(ONE_HOT);
    INDArray classes = Nd4j.createFromArray(CLASSES);

    var categorical = CATEGORICAL.computeGradientAndScore(oneHot, logits, SOFTMAX, null, true);
    var sparse = SPARSE.computeGradientAndScore(classes, logits, SOFTMAX, null, true);

    double expected = (textbook(0, ONE_HOT[0]) + textbook(1, ONE_HOT[1])) / 2;
    assertThat(sparse.getFirst()).isCloseTo(expected, within(1e-12));
    assertThat(sparse.getSecond().toDoubleMatrix())
        .isDeepEqualTo(categorical.getSecond().toDoubleMatrix());
  }

  @Test
  void gradientIsTheSlopeOfTheScore() {
    INDArray logits = Nd4j.createFromArray(LOGITS);

    double smoothed =
        Slopes.worstRelativeError(
            CATEGORICAL, Nd4j.createFromArray(SMOOTHED), logits, SOFTMAX, null);
    double sparse =
        Slopes.worstRelativeError(SPARSE, Nd4j.createFromArray(CLASSES), logits, SOFTMAX, null);

    assertThat(smoothed).isLessThan(1e-6);
    assertThat(sparse).isLessThan(1e-6);
  }

  @Test
  void masksOfExamplesAndOfOutputsWeighTheGradientAsTheScore() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray labels = Nd4j.createFromArray(SMOOTHED);
    INDArray examples = Nd4j.createFromArray(new double[][] {{3}, {0.5}});
    INDArray outputs = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}});

    double score = CATEGORICAL.computeScore(labels, logits, SOFTMAX, examples, true);
    double byExample = Slopes.worstRelativeError(CATEGORICAL, labels, logits, SOFTMAX, examples);
    double byOutput = Slopes.worstRelativeError(CATEGORICAL, labels, logits, SOFTMAX, outputs);

    double expected = (3 * textbook(0, SMOOTHED[0]) + 0.5 * textbook(1, SMOOTHED[1])) / 2;
    assertThat(score).isCloseTo(expected, within(1e-12));
    assertThat(byExample).isLessThan(1e-6);
    assertThat(byOutput).isLessThan(1e-6);
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "100, 0", "1000, 0", "-20, 1", "-100, 1", "-1000, 1"})
  void extremeLogitsOfTheWrongClassKeepScoreAndGradientInSinglePrecision(double logit, int label) {
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, logit}}).castTo(DataType.FLOAT);
    INDArray classes = Nd4j.createFromArray(new float[][] {{label}});

    double score = SPARSE.computeScore(classes, logits, SOFTMAX, null, true);
    INDArray gradient = SPARSE.computeGradient(classes, logits, SOFTMAX, null);

    assertThat(score).isCloseTo(Math.abs(logit), within(3e-9));
    assertThat(gradient.getDouble(label)).isCloseTo(-1, within(3e-9));
    assertThat(gradient.getDouble(1 - label)).isCloseTo(1, within(3e-9));
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "100, 1", "1000, 1", "-20, 0", "-100, 0", "-1000, 0"})
  void extremeLogitsOfTheRightClassGiveNoLossInSinglePrecision(double logit, int label) {
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, logit}}).castTo(DataType.FLOAT);
    INDArray classes = Nd4j.createFromArray(new float[][] {{label}});

    double score = SPARSE.computeScore(classes, logits, SOFTMAX, null, true);
    INDArray gradient = SPARSE.computeGradient(classes, logits, SOFTMAX, null);

    assertThat(score).isCloseTo(0, within(3e-9));
    assertThat(gradient.getDouble(0)).isCloseTo(0, within(3e-9));
    assertThat(gradient.getDouble(1)).isCloseTo(0, within(3e-9));
  }

  @Test
  void nanLogitGivesNanScore() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{0, Float.NaN, 1}});
    INDArray classes = Nd4j.createFromArray(new float[][] {{0}});

    double score = SPARSE.computeScore(classes, logits, SOFTMAX, null, true);

    assertThat(score).isNaN();
  }

  @Test
  void argumentsAreLeftAsTheyWere() {
    INDArray labels = Nd4j.createFromArray(SMOOTHED);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{3}, {0.5}});

    CATEGORICAL.computeGradientAndScore(labels, logits, SOFTMAX, mask, true);

    assertThat(labels.toDoubleMatrix()).isDeepEqualTo(SMOOTHED);
    assertThat(logits.toDoubleMatrix()).isDeepEqualTo(LOGITS);
    assertThat(mask.toDoubleMatrix()).isDeepEqualTo(new double[][] {{3}, {0.5}});
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, -1, 1.7, Double.NaN})
  void labelsThatAreNoClassAreRefused(double label) {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray classes = Nd4j.createFromArray(new double[][] {{0}, {label}});

    assertThatThrownBy(() -> SPARSE.computeScore(classes, logits, SOFTMAX, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitSparseCategoricalCrossEntropy` expects class indices from 0 to 2, but the"
                + " label of example 1 is "
                + label
                + ". Fix: number the classes from 0, or give the output one unit for each class.");
  }

  @Test
  void oneHotLabelsAreRefusedWhereIndicesAreExpected() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray oneHot = Nd4j.createFromArray(ONE_HOT);

    assertThatThrownBy(() -> SPARSE.computeScore(oneHot, logits, SOFTMAX, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitSparseCategoricalCrossEntropy` expects one class index for each example,"
                + " [2, 1], but got shape [2, 3]."
                + " Fix: give class indices, or use the categorical loss for one-hot labels.");
  }

  @Test
  void otherActivationsAreRefused() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    IActivation identity = new ActivationIdentity();

    assertThatThrownBy(() -> CATEGORICAL.computeGradient(logits, logits, identity, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `LogitCategoricalCrossEntropy` is computed from logits and expects the activation"
                + " `ActivationSoftmax`, but got `identity`."
                + " Fix: give the loss layer the expected activation.");
  }

  private static double textbook(int row, double[] labels) {
    double[] probabilities = softmax(LOGITS[row]);
    double loss = 0;
    for (int j = 0; j < labels.length; j++) {
      loss -= labels[j] * Math.log(probabilities[j]);
    }
    return loss;
  }

  private static double[] softmax(double[] logits) {
    double[] powers = new double[logits.length];
    double sum = 0;
    for (int j = 0; j < logits.length; j++) {
      powers[j] = Math.exp(logits[j]);
      sum += powers[j];
    }
    for (int j = 0; j < logits.length; j++) {
      powers[j] /= sum;
    }
    return powers;
  }
}
