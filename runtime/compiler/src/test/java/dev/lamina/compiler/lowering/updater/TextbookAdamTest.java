package dev.lamina.compiler.lowering.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

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
    TextbookAdam adam = new TextbookAdam(rate, beta1, beta2, epsilon);

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
    TextbookAdam adam = new TextbookAdam(0.01, 0.9, 0.999, 1e-8);

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
    GradientUpdater<TextbookAdam> updater = updater(new TextbookAdam(0.01, 0.9, 0.999, 1e-8), 2);
    INDArray gradient = Nd4j.createFromArray(0.5, -1e-8);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(gradient.getDouble(0)).isCloseTo(0.01 * 0.5 / (0.5 + 1e-8), within(1e-15));
    assertThat(gradient.getDouble(1)).isCloseTo(-0.01 / 2, within(1e-15));
  }

  @Test
  void epsilonOfZeroGivesStepsOfTheRateAndNoNan() {
    GradientUpdater<TextbookAdam> updater = updater(new TextbookAdam(0.01, 0.9, 0.999, 0), 2);
    INDArray gradient = Nd4j.createFromArray(1e-7, 0);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(gradient.getDouble(0)).isCloseTo(0.01, withinPercentage(1e-10));
    assertThat(gradient.getDouble(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE", "FLOAT"})
  void rateOfZeroGivesNoUpdateButKeepsCountingGradients(DataType type) {
    TextbookAdam adam = new TextbookAdam(0, 0.9, 0.999, 1e-3);
    GradientUpdater<TextbookAdam> updater = adam.instantiate(Nd4j.create(type, 4).assign(9), true);
    INDArray gradient = Nd4j.createFromArray(0.5, -0.25).castTo(type);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(Transforms.abs(gradient).toDoubleVector()).containsExactly(0, 0);
    assertThat(updater.getState().get("M").getDouble(0)).isCloseTo(0.05, within(1e-7));
    assertThat(updater.getState().get("V").getDouble(1)).isCloseTo(6.25e-5, within(1e-8));
  }

  @Test
  void stateIsOneVectorOfMeansThenSquares() {
    INDArray state = Nd4j.createFromArray(1.0, 2, 3, 4);
    GradientUpdater<TextbookAdam> updater =
        new TextbookAdam(0.01, 0.9, 0.99, 1e-8).instantiate(state, false);

    updater.applyUpdater(Nd4j.createFromArray(10.0, 20), 6, 0);

    double[] expected = {
      0.9 * 1 + 0.1 * 10, 0.9 * 2 + 0.1 * 20, 0.99 * 3 + 0.01 * 100, 0.99 * 4 + 0.01 * 400
    };
    assertThat(state.toDoubleVector()).containsExactly(expected, within(1e-12));
  }

  @Test
  void stateMapIsUsedInPlaceAndGivenBack() {
    TextbookAdam adam = new TextbookAdam(0.01, 0.9, 0.999, 1e-8);
    GradientUpdater<TextbookAdam> first = updater(adam, 2);
    first.applyUpdater(Nd4j.createFromArray(1.0, 2), 0, 0);
    INDArray expected = Nd4j.createFromArray(0.5, 0.25);
    INDArray actual = expected.dup();

    GradientUpdater<TextbookAdam> second =
        adam.instantiate(
            Map.of("M", first.getState().get("M").dup(), "V", first.getState().get("V").dup()),
            false);
    first.applyUpdater(expected, 1, 0);
    second.applyUpdater(actual, 1, 0);

    assertThat(actual.toDoubleVector()).containsExactly(expected.toDoubleVector());
  }

  @Test
  void stateOfAnotherOptimizerIsRefused() {
    TextbookAdam adam = new TextbookAdam(0.01, 0.9, 0.999, 1e-8);
    Map<String, INDArray> state = Map.of("V", Nd4j.zeros(2));

    assertThatThrownBy(() -> adam.instantiate(state, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TextbookAdam expects the state arrays M and V, but got [V]."
                + " Fix: restore the state that this optimizer saved.");
  }

  @Test
  void scheduleGivesTheRateOfEachIteration() {
    TextbookAdam adam =
        new TextbookAdam(
            new ExponentialSchedule(ScheduleType.ITERATION, 0.01, 0.5), 0.9, 0.999, 1e-8);
    GradientUpdater<TextbookAdam> updater = updater(adam, 1);
    INDArray gradient = Nd4j.createFromArray(0.5);

    updater.applyUpdater(gradient, 0, 0);
    updater.applyUpdater(gradient.assign(0.5), 1, 0);

    assertThat(gradient.getDouble(0)).isCloseTo(0.005 * 0.5 / (0.5 + 1e-8), within(1e-12));
  }

  @Test
  void configurationSurvivesJsonWithAndWithoutSchedule() {
    TextbookAdam constant = new TextbookAdam(0.02, 0.8, 0.9, 1e-5);
    TextbookAdam scheduled =
        new TextbookAdam(
            new ExponentialSchedule(ScheduleType.ITERATION, 0.01, 0.5), 0.9, 0.999, 1e-8);

    String json = configuration(constant).toJson();
    TextbookAdam readConstant = readBack(constant);
    TextbookAdam readScheduled = readBack(scheduled);

    assertThat(json).contains("\"dev.lamina.compiler.lowering.updater.TextbookAdam\"");
    assertThat(readConstant)
        .isEqualTo(constant)
        .hasSameHashCodeAs(constant)
        .hasToString("TextbookAdam(learningRate=0.02, beta1=0.8, beta2=0.9, epsilon=1.0E-5)");
    assertThat(readScheduled).isEqualTo(scheduled).hasSameHashCodeAs(scheduled);
    assertThat(readScheduled.getLearningRate(2, 0)).isEqualTo(0.0025);
  }

  @Test
  void cloneIsEqualAndDoesNotFollowTheOriginal() {
    TextbookAdam original = new TextbookAdam(0.02, 0.8, 0.9, 1e-5);

    TextbookAdam clone = original.clone();
    original.setLrAndSchedule(0.5, null);

    assertThat(clone).isEqualTo(new TextbookAdam(0.02, 0.8, 0.9, 1e-5)).isNotEqualTo(original);
    assertThat(clone.getLearningRate(0, 0)).isEqualTo(0.02);
    assertThat(original.getLearningRate(0, 0)).isEqualTo(0.5);
  }

  @Test
  void rateThatIsNotANumberIsRefusedAtTheStep() {
    TextbookAdam adam = new TextbookAdam(0.02, 0.8, 0.9, 1e-5);
    GradientUpdater<TextbookAdam> updater = updater(adam, 1);
    adam.setLrAndSchedule(Double.NaN, null);

    assertThatThrownBy(() -> updater.applyUpdater(Nd4j.createFromArray(0.5), 3, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The learning rate of TextbookAdam(learningRate=NaN, beta1=0.8, beta2=0.9,"
                + " epsilon=1.0E-5) at iteration 3, epoch 1 is NaN, but must be finite and zero or"
                + " greater. Fix: correct the schedule.");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0.9, 0.999, 1e-8, learningRate, 'finite and zero or greater', -1.0",
    "NaN, 0.9, 0.999, 1e-8, learningRate, 'finite and zero or greater', NaN",
    "0.1, 1, 0.999, 1e-8, beta1, 'in [0, 1)', 1.0",
    "0.1, 0.9, -0.1, 1e-8, beta2, 'in [0, 1)', -0.1",
    "0.1, 0.9, 0.999, -1, epsilon, 'finite and zero or greater', -1.0",
  })
  void numbersOutsideTheirRangeAreRefused(
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      String name,
      String range,
      String value) {
    assertThatThrownBy(() -> new TextbookAdam(rate, beta1, beta2, epsilon))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TextbookAdam expects `%s` to be %s, but got %s. Fix: give a number in that range."
                .formatted(name, range, value));
  }

  private static GradientUpdater<TextbookAdam> updater(TextbookAdam adam, int parameters) {
    return adam.instantiate(Nd4j.zeros(DataType.DOUBLE, adam.stateSize(parameters)), true);
  }

  private static double[][] fiveSteps(TextbookAdam adam, DataType type) {
    GradientUpdater<TextbookAdam> updater =
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

  private static NeuralNetConfiguration configuration(TextbookAdam adam) {
    return new NeuralNetConfiguration.Builder()
        .layer(new DenseLayer.Builder().nIn(1).nOut(1).updater(adam).build())
        .build();
  }

  private static TextbookAdam readBack(TextbookAdam adam) {
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(configuration(adam).toJson());
    return (TextbookAdam) ((DenseLayer) read.getLayer()).getIUpdater();
  }
}
