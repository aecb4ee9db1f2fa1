package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One linear unit with w = (0.5, -0.25) and b = 0.3 sees x = (1, 2) and should give 0: it gives
 * 0.3, so that the squared error is 0.09 with gradient (0.6, 1.2) in w and 0.6 in b; sum w^2 is
 * 0.3125 and sum |w| 0.75.
 */
class PenaltyTest {

  private static final Dataset PROBE = Dataset.of(new double[][] {{1, 2}}, new double[] {0});

  /** From 0, one step of 0.25 along the first sample leads to w = (0.5, -0.25) and b = 0.3. */
  private static final Dataset THERE_AND_PROBE =
      Dataset.of(new double[][] {{5.0 / 3, -2.5 / 3}, {1, 2}}, new double[] {0.6, 0});

  private static final double RATE = 0.25;

  @ParameterizedTest
  @CsvSource({"0, 0, 0.09", "0, 0.1, 0.12125", "0.1, 0, 0.165", "0.1, 0.1, 0.19625"})
  void evaluationAddsL1TimesTheAbsolutesAndL2TimesTheSquaresOfTheWeights(
      double l1, double l2, double expected) {
    Model fresh = untrained(penalized(l1, l2), training(meanSquaredError(), sgd()));
    double[][] kernel = {{0.5}, {-0.25}};
    Model model =
        fresh.withWeights(
            fresh
                .weights()
                .with("unit", "kernel", kernel)
                .with("unit", "bias", new double[] {0.3}));

    double measured = model.evaluate(PROBE).loss();

    assertThat(measured).isCloseTo(expected, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.09", "0, 0.1, 0.12125", "0.1, 0, 0.165", "0.1, 0.1, 0.19625"})
  void theLossOfTrainingHoldsThePenalty(double l1, double l2, double expected) {
    TrainingPlan plan = oneByOne();

    TrainingResult result = train(penalized(l1, l2), plan, THERE_AND_PROBE);

    double atZero = 0.6 * 0.6;
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo((atZero + expected) / 2, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.6, 1.2", "0, 0.1, 0.7, 1.15", "0.1, 0, 0.7, 1.1", "0.1, 0.1, 0.8, 1.05"})
  void theGradientGrowsByL1TimesTheSignAndTwiceL2TimesTheWeightButNotForTheBias(
      double l1, double l2, double first, double second) {
    TrainingPlan plan = oneByOne();

    TrainingResult result = train(penalized(l1, l2), plan, THERE_AND_PROBE);

    assertThat(unitKernel(result, "unit"))
        .containsExactly(new double[] {0.5 - RATE * first, -0.25 - RATE * second}, EXACT);
    assertThat(vector(result, "unit", "bias"))
        .containsExactly(new double[] {0.3 - RATE * 0.6}, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.6", "0, 0.1, 0.66", "0.1, 0, 0.7", "0.1, 0.1, 0.76"})
  void theGradientOfTheBiasGrowsByItsOwnPenaltyAndThatOfTheWeightsDoesNot(
      double l1, double l2, double gradient) {
    Network network =
        sequential(input(2), dense(1).initializer(zeros()).biasL1(l1).biasL2(l2).named("unit"));
    TrainingPlan plan = oneByOne();

    TrainingResult result = train(network, plan, THERE_AND_PROBE);

    // Where the bias is 0.3 its penalty is 0.3 l1 + 0.09 l2, with slope l1 + 0.6 l2.
    double penalty = 0.3 * l1 + 0.09 * l2;
    assertThat(vector(result, "unit", "bias"))
        .containsExactly(new double[] {0.3 - RATE * gradient}, EXACT);
    assertThat(unitKernel(result, "unit"))
        .containsExactly(new double[] {0.5 - RATE * 0.6, -0.25 - RATE * 1.2}, EXACT);
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo((0.36 + 0.09 + penalty) / 2, EXACT);
  }

  @Test
  void thePenaltyIsNotDividedByTheSizeOfTheBatch() {
    Network network =
        sequential(input(2), dense(1).initializer(constant(0.5)).l1(0.2).l2(0.1).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), sgd(0.1)).batchSize(4);
    double[][] fourTimes = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};

    TrainingResult result = train(network, plan, Dataset.of(fourTimes, new double[4]));

    // The output is 1.5: gradient 3 and 6 in w and 3 in b, and 0.2 + 2 * 0.1 * 0.5 by the penalty.
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo(2.25 + 0.2 * 1 + 0.1 * 0.5, EXACT);
    assertThat(unitKernel(result, "unit"))
        .containsExactly(new double[] {0.5 - 0.33, 0.5 - 0.63}, EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {-0.3}, EXACT);
  }

  @Test
  void thePenaltiesOfAllLayersAddUp() {
    Network network =
        sequential(
            input(1),
            dense(2).initializer(constant(0.5)).l2(0.1),
            dense(3).initializer(constant(7)),
            dense(1).initializer(constant(-2)).l1(0.01).l2(1e-3));
    Dataset data = Dataset.of(new double[][] {{0}}, new double[] {0});

    double measured = untrained(network, training(meanSquaredError(), sgd())).evaluate(data).loss();

    assertThat(measured).isCloseTo(0.1 * 2 * 0.25 + 0.01 * 3 * 2 + 1e-3 * 3 * 4, EXACT);
  }

  @Test
  void theLossOfValidationHoldsThePenaltyOfTheWeightsAfterTheEpoch() {
    TrainingPlan plan = oneByOne();

    TrainingResult result = train(penalized(0.1, 0.1), plan, Split.of(THERE_AND_PROBE, PROBE));

    double first = 0.5 - RATE * 0.8;
    double second = -0.25 - RATE * 1.05;
    double error = first + 2 * second + 0.3 - RATE * 0.6;
    double penalty =
        0.1 * (Math.abs(first) + Math.abs(second)) + 0.1 * (first * first + second * second);
    assertThat(result.history().values(validation(loss()))[0])
        .isCloseTo(error * error + penalty, EXACT);
  }

  private static Network penalized(double l1, double l2) {
    return sequential(input(2), dense(1).initializer(zeros()).l1(l1).l2(l2).named("unit"));
  }

  private static TrainingPlan oneByOne() {
    return inGivenOrder(training(meanSquaredError(), sgd(RATE)).batchSize(1), 2);
  }
}
