package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitKlDivergenceTest {

  private static final LogitKlDivergence LOSS = new LogitKlDivergence();
  private static final IActivation SOFTMAX = new ActivationSoftmax();
  private static final double[][] PROBABILITIES = {{0.6, 0.3, 0.1}, {0.25, 0.25, 0.5}};
  private static final double[][] LABELS = {{0, 0.2, 0.8}, {0.25, 0.25, 0.5}};

  @Test
  void scoreIsTheDivergenceFromTheLabels() {
    INDArray scores = LOSS.computeScoreArray(Nd4j.createFromArray(LABELS), logits(), SOFTMAX, null);

    double expected = 0.2 * Math.log(0.2 / 0.3) + 0.8 * Math.log(0.8 / 0.1);
    assertThat(scores.getDouble(0)).isCloseTo(expected, within(1e-12));
    assertThat(scores.getDouble(1)).isCloseTo(0, within(1e-12));
  }

  @Test
  void gradientIsTheSlopeOfTheScore() {
    INDArray labels = Nd4j.createFromArray(LABELS);
    INDArray examples = Nd4j.createFromArray(new double[][] {{3}, {0.5}});
    INDArray outputs = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}});

    double plain = Slopes.worstRelativeError(LOSS, labels, logits(), SOFTMAX, null);
    double byExample = Slopes.worstRelativeError(LOSS, labels, logits(), SOFTMAX, examples);
    double byOutput = Slopes.worstRelativeError(LOSS, labels, logits(), SOFTMAX, outputs);

    assertThat(plain).isLessThan(1e-6);
    assertThat(byExample).isLessThan(1e-6);
    assertThat(byOutput).isLessThan(1e-6);
  }

  @Test
  void extremeLogitsAreExactInSinglePrecision() {
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, 1000}}).castTo(DataType.FLOAT);
    INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}});

    double score = LOSS.computeScore(labels, logits, SOFTMAX, null, true);
    INDArray gradient = LOSS.computeGradient(labels, logits, SOFTMAX, null);

    assertThat(score).isEqualTo(1000);
    assertThat(gradient.toFloatVector()).containsExactly(-1, 1);
  }

  private static INDArray logits() {
    double[][] logits = new double[2][3];
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        logits[row][column] = Math.log(PROBABILITIES[row][column]) + 7;
      }
    }
    return Nd4j.createFromArray(logits);
  }
}
