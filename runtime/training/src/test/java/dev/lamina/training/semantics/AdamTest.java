package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adam against the recurrence of the textbook along the same gradients. */
class AdamTest {

  private static final double[][] ROWS = {{1, -2, 3e-4}, {0.5, 1, -1e-4}, {-3, 0.25, 2e-7}};
  private static final double[] TARGETS = {1, -1, 0.5};
  private static final Network UNIT =
      sequential(input(3), dense(1).initializer(zeros()).named("unit"));

  /** So small an input keeps the gradient of a weight nearly constant while the weight moves. */
  private static final double SMALL = 1e-4;

  @ParameterizedTest
  @ValueSource(doubles = {0.5, -0.5, 1e-4, 1e-7, -1e-7, 1e-10})
  void tenStepsAlongNearlyConstantGradientsAreTheTextbooks(double gradient) {
    double target = -gradient / (2 * SMALL);

    double learned = oneWeight(target, 10);

    PlainAdam adam = new PlainAdam(1e-3, 0.9, 0.999, 1e-8, 1);
    double expected = 0;
    for (int step = 0; step < 10; step++) {
      double slope = 2 * (expected * SMALL - target) * SMALL;
      assertThat(slope).isCloseTo(gradient, within(3e-10));
      expected -= adam.update(new double[] {slope})[0];
    }
    assertThat(learned).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1e-4, 1e-7, 1e-8})
  void theFirstStepIsTheRateTimesGOverGPlusEpsilon(double gradient) {
    double target = -gradient / (2 * SMALL);

    double learned = oneWeight(target, 1);

    double expected = -1e-3 * gradient / (gradient + 1e-8);
    assertThat(learned).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @Test
  void theFirstStepOfKerasIsTheRateForEveryGradient() {
    Network network = sequential(input(4), dense(1).noBias().initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{1, 6, 7, 2}}, new double[] {-0.5});

    double[] learned =
        unitKernel(train(network, training(meanSquaredError(), adam(0.5)), data), "unit");

    assertThat(learned).containsExactly(new double[] {-0.5, -0.5, -0.5, -0.5}, within(1e-8));
  }

  @Test
  void weightsAndBiasFollowTheRecurrenceAlongRealGradientsOfEverySize() {
    TrainingPlan plan = training(meanSquaredError(), adam()).epochs(25);

    TrainingResult result = train(UNIT, plan, Dataset.of(ROWS, TARGETS));

    follows(result, new PlainAdam(1e-3, 0.9, 0.999, 1e-8, 4), 25);
  }

  @Test
  void everyOptionCounts() {
    Adam optimizer = adam(0.05).beta1(0.5).beta2(0.8).epsilon(1e-3);
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(12);

    TrainingResult result = train(UNIT, plan, Dataset.of(ROWS, TARGETS));

    follows(result, new PlainAdam(0.05, 0.5, 0.8, 1e-3, 4), 12);
  }

  @Test
  void aRateOfZeroLeavesTheWeightsAlone() {
    Network network = sequential(input(3), dense(1).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), adam(0)).epochs(3).seed(2);

    TrainingResult result = train(network, plan, Dataset.of(ROWS, TARGETS));

    assertThat(weights(result)).isEqualTo(untrained(network, plan).weights());
  }

  private static double oneWeight(double target, int steps) {
    Network network = sequential(input(1), dense(1).noBias().initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{SMALL}}, new double[] {target});
    TrainingPlan plan = training(meanSquaredError(), adam()).epochs(steps);
    return unitKernel(train(network, plan, data), "unit")[0];
  }

  private static void follows(TrainingResult result, PlainAdam adam, int steps) {
    PlainUnit unit = PlainUnit.zero(3);
    for (int step = 0; step < steps; step++) {
      unit = unit.minus(adam.update(unit.gradient(ROWS, TARGETS)));
    }
    assertThat(unitKernel(result, "unit")).containsExactly(unit.weights(), EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {unit.bias()}, EXACT);
  }
}
