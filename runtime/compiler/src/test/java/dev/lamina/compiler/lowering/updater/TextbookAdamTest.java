package dev.lamina.compiler.lowering.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;

class TextbookAdamTest {

  private static final double[] FIRST = {0.5, 1e-4, 1e-7, -0.3, 0};
  private static final double[] FACTORS = {1, -0.5, 2, 0.25, 1.5};

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.9, 0.999, 1e-8",
    "0.001, 0.9, 0.999, 1e-3",
    "0.3, 0.5, 0.67, 1",
    "0.01, 0, 0, 1e-7",
    "0.01, 0.99999, 0.9999999, 1e-8",
  })
  void fiveStepsAreThoseOfTheTextbookInDoublePrecision(
      double rate, double beta1, double beta2, double epsilon) {
    TextbookAdam adam = new TextbookAdam(rate, beta1, beta2, epsilon, false);

    double[][] updates = fiveSteps(adam, DataType.DOUBLE);

    double[][] expected = textbook(rate, beta1, beta2, epsilon);
    for (int step = 0; step < 5; step++) {
      for (int i = 0; i < FIRST.length; i++) {
        assertThat(updates[step][i])
            .isCloseTo(expected[step][i], within(1e-12 * Math.abs(expected[step][i])));
      }
    }
  }

  @Test
  void fiveStepsAreThoseOfTheTextbookInSinglePrecision() {
    TextbookAdam adam = new TextbookAdam(0.01, 0.9, 0.999, 1e-8, false);

    double[][] updates = fiveSteps(adam, DataType.FLOAT);

    double[][] expected = textbook(0.01, 0.9, 0.999, 1e-8);
    for (int step = 0; step < 5; step++) {
      for (int i = 0; i < FIRST.length; i++) {
        assertThat(updates[step][i])
            .isCloseTo(expected[step][i], within(2e-6 * Math.abs(expected[step][i])));
      }
    }
  }

  @Test
  void firstStepIsTheRateTowardsTheSignOfTheGradient() {
    GradientUpdater<Recurrence> updater =
        updater(new TextbookAdam(0.01, 0.9, 0.999, 1e-8, false), 2);
    INDArray gradient = Nd4j.createFromArray(0.5, -1e-8);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(gradient.getDouble(0)).isCloseTo(0.01 * 0.5 / (0.5 + 1e-8), within(1e-15));
    assertThat(gradient.getDouble(1)).isCloseTo(-0.01 / 2, within(1e-15));
  }

  @Test
  void epsilonOfZeroGivesStepsOfTheRateAndNoNan() {
    GradientUpdater<Recurrence> updater = updater(new TextbookAdam(0.01, 0.9, 0.999, 0, false), 2);
    INDArray gradient = Nd4j.createFromArray(1e-7, 0);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(gradient.getDouble(0)).isCloseTo(0.01, withinPercentage(1e-10));
    assertThat(gradient.getDouble(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE", "FLOAT"})
  void rateOfZeroGivesNoUpdateButKeepsCountingGradients(DataType type) {
    TextbookAdam adam = new TextbookAdam(0, 0.9, 0.999, 1e-3, false);
    GradientUpdater<Recurrence> updater = adam.instantiate(Nd4j.create(type, 4).assign(9), true);
    INDArray gradient = Nd4j.createFromArray(0.5, -0.25).castTo(type);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(Transforms.abs(gradient).toDoubleVector()).containsExactly(0, 0);
    assertThat(updater.getState().get("M").getDouble(0)).isCloseTo(0.05, within(1e-7));
    assertThat(updater.getState().get("V").getDouble(1)).isCloseTo(6.25e-5, within(1e-8));
  }

  @Test
  void stateIsOneVectorOfMeansThenSquares() {
    INDArray state = Nd4j.createFromArray(1.0, 2, 3, 4);
    GradientUpdater<Recurrence> updater =
        new TextbookAdam(0.01, 0.9, 0.99, 1e-8, false).instantiate(state, false);

    updater.applyUpdater(Nd4j.createFromArray(10.0, 20), 6, 0);

    double[] expected = {
      0.9 * 1 + 0.1 * 10, 0.9 * 2 + 0.1 * 20, 0.99 * 3 + 0.01 * 100, 0.99 * 4 + 0.01 * 400
    };
    assertThat(state.toDoubleVector()).containsExactly(expected, within(1e-12));
  }

  @Test
  void rateThatIsNotANumberIsRefusedAtTheStep() {
    TextbookAdam adam = new TextbookAdam(0.02, 0.8, 0.9, 1e-5, false);
    GradientUpdater<Recurrence> updater = updater(adam, 1);
    adam.setLrAndSchedule(Double.NaN, null);

    assertThatThrownBy(() -> updater.applyUpdater(Nd4j.createFromArray(0.5), 3, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The learning rate of TextbookAdam(learningRate=NaN,"
                + " constants=[0.8, 0.9, 1.0E-5, false]) at iteration 3, epoch 1 is NaN, but must be finite and zero or"
                + " greater. Fix: correct the schedule.");
  }

  private static GradientUpdater<Recurrence> updater(TextbookAdam adam, int parameters) {
    return adam.instantiate(Nd4j.zeros(DataType.DOUBLE, adam.stateSize(parameters)), true);
  }

  private static double[][] fiveSteps(TextbookAdam adam, DataType type) {
    GradientUpdater<Recurrence> updater =
        adam.instantiate(Nd4j.zeros(type, adam.stateSize(FIRST.length)), true);
    double[][] updates = new double[5][];
    for (int step = 0; step < 5; step++) {
      INDArray gradient = Nd4j.createFromArray(FIRST).muli(FACTORS[step]).castTo(type);
      updater.applyUpdater(gradient, step, 0);
      updates[step] = gradient.castTo(DataType.DOUBLE).toDoubleVector();
    }
    return updates;
  }

  private static double[][] textbook(double rate, double beta1, double beta2, double epsilon) {
    double[][] updates = new double[5][FIRST.length];
    for (int i = 0; i < FIRST.length; i++) {
      double mean = 0;
      double squares = 0;
      for (int step = 0; step < 5; step++) {
        double gradient = FIRST[i] * FACTORS[step];
        mean = beta1 * mean + (1 - beta1) * gradient;
        squares = beta2 * squares + (1 - beta2) * gradient * gradient;
        double correctedMean = mean / (1 - Math.pow(beta1, step + 1));
        double correctedSquares = squares / (1 - Math.pow(beta2, step + 1));
        updates[step][i] = rate * correctedMean / (Math.sqrt(correctedSquares) + epsilon);
      }
    }
    return updates;
  }
}
