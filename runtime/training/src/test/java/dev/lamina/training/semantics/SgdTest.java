package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Gradient descent by hand: w - eta times the gradient, a mean over the samples of its batch. */
class SgdTest {

  private static final Network UNIT =
      sequential(input(1), dense(1).initializer(zeros()).named("unit"));

  @Test
  void theRateIsAHundredthUnlessGiven() {
    Dataset data = Dataset.of(new double[][] {{3}}, new double[] {-2});

    TrainingResult result = train(UNIT, training(meanSquaredError(), sgd()), data);

    // 2 (0 - -2) = 4 is the gradient of b, and 12 that of w.
    unit(result, -0.12, -0.04);
  }

  @Test
  void threeStepsFollowTheGradient() {
    double[][] rows = {{1}, {-2}};
    TrainingPlan plan = training(meanSquaredError(), sgd(0.1)).epochs(3);

    TrainingResult result = train(UNIT, plan, Dataset.of(rows, new double[] {1, 2}));

    // The mean gradients: dw = 5 w - b + 3, db = 2 b - w - 3, from w = 0 and b = 0.
    double w = 0;
    double b = 0;
    for (int step = 0; step < 3; step++) {
      double dw = 5 * w - b + 3;
      double db = 2 * b - w - 3;
      w -= 0.1 * dw;
      b -= 0.1 * db;
    }
    unit(result, w, b);
  }

  @Test
  void theLastShortBatchIsUsedAndItsGradientIsTheMeanOverItsOwnSamples() {
    double[][] rows = {{1}, {2}, {3}};
    double[] targets = {1, 1, 4};
    TrainingPlan plan = inGivenOrder(training(meanSquaredError(), sgd(0.1)).batchSize(2), 3);

    TrainingResult result = train(UNIT, plan, Dataset.of(rows, targets));

    // First batch: dw = -(1 + 2) = -3, db = -2, so w = 0.3 and b = 0.2. Then the output is 1.1:
    // db = 2 (1.1 - 4) = -5.8, not halved, and dw = -17.4.
    unit(result, 2.04, 0.78);
  }

  @Test
  void everyBatchOfALongerEpochMovesTheWeightsOnce() {
    double[][] rows = {{1}, {2}, {-1}, {0.5}, {3}};
    double[] targets = {1, 0, 4, -1, 2};
    TrainingPlan plan = inGivenOrder(training(meanSquaredError(), sgd(0.05)).batchSize(2), 5);

    TrainingResult result = train(UNIT, plan, Dataset.of(rows, targets));

    PlainUnit unit = PlainUnit.zero(1);
    for (int from = 0; from < 5; from += 2) {
      int to = Math.min(from + 2, 5);
      unit =
          unit.descended(
              0.05, Arrays.copyOfRange(rows, from, to), Arrays.copyOfRange(targets, from, to));
    }
    unit(result, unit.weights()[0], unit.bias());
  }

  private static void unit(TrainingResult result, double weight, double bias) {
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {weight}, EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {bias}, EXACT);
  }
}
