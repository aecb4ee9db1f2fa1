package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Loss and metrics of an epoch: means over its samples, each measured before its batch's update.
 */
class EpochLossTest {

  private static final double[][] ROWS = {{1}, {2}, {-1}, {0.5}, {3}};
  private static final double[] TARGETS = {1, 0, 4, -1, 2};

  /** Three samples x = 1, all of class 1, of which the last is a batch of its own. */
  private static final Dataset POSITIVE =
      Dataset.of(new double[][] {{1}, {1}, {1}}, new double[] {1, 1, 1});

  private static final Network CLASSIFIER =
      sequential(input(1), dense(1).initializer(zeros()).sigmoid());

  @Test
  void theLossIsTheMeanOfBatchLossesWeightedBySize() {
    TrainingPlan plan = training(binaryCrossEntropy(), sgd(2)).batchSize(2);

    TrainingResult result = train(CLASSIFIER, plan, POSITIVE);

    // The first batch has p = 0.5 and gradient -0.5, which makes w = 1 and b = 1: the logit is 2.
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {(2 * Math.log(2) + Math.log1p(Math.exp(-2))) / 3}, EXACT);
  }

  @Test
  void accuracyIsThatOfTheForwardPassBeforeTheUpdate() {
    TrainingPlan plan = training(binaryCrossEntropy(), sgd(2)).batchSize(2).measure(accuracy());

    TrainingResult result = train(CLASSIFIER, plan.epochs(2), POSITIVE);

    // A probability of 0.5 is class 0, so only the last sample of the first epoch is right.
    assertThat(result.history().values(training(accuracy())))
        .containsExactly(new double[] {1.0 / 3, 1}, EXACT);
  }

  @Test
  void everyMetricIsAMeanOverSamples() {
    TrainingPlan plan =
        inGivenOrder(
            training(meanSquaredError(), sgd(0.05)).batchSize(2).measure(meanAbsoluteError()), 5);
    Network network = sequential(input(1), dense(1).initializer(zeros()));

    TrainingResult result = train(network, plan, Dataset.of(ROWS, TARGETS));

    double squares = 0;
    double distances = 0;
    PlainUnit unit = PlainUnit.zero(1);
    for (int from = 0; from < 5; from += 2) {
      int to = Math.min(from + 2, 5);
      for (int row = from; row < to; row++) {
        double error = unit.output(ROWS[row]) - TARGETS[row];
        squares += error * error;
        distances += Math.abs(error);
      }
      unit =
          unit.descended(
              0.05, Arrays.copyOfRange(ROWS, from, to), Arrays.copyOfRange(TARGETS, from, to));
    }
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {squares / 5}, EXACT);
    assertThat(result.history().values(training(meanAbsoluteError())))
        .containsExactly(new double[] {distances / 5}, EXACT);
  }

  @Test
  void meanwhileListenersHearTheMeanSoFar() {
    List<Double> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            heard.add(end.values().get(training(loss())));
          }
        };
    TrainingPlan plan = exact(training(binaryCrossEntropy(), sgd(2)).batchSize(2));

    TrainingResult result = Trainer.create().listener(listener).train(CLASSIFIER, plan, POSITIVE);

    assertThat(heard).hasSize(2);
    assertThat(heard.get(0)).isCloseTo(Math.log(2), EXACT);
    assertThat(heard.get(1)).isEqualTo(result.history().values(training(loss()))[0]);
  }

  @Test
  void eachEpochStartsItsMeansAnew() {
    TrainingPlan plan = training(meanSquaredError(), sgd(0)).epochs(3).batchSize(2);
    Network network = sequential(input(1), dense(1).initializer(zeros()));

    TrainingResult result = train(network, plan, Dataset.of(ROWS, TARGETS));

    double expected = (1 + 0 + 16 + 1 + 4) / 5.0;
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {expected, expected, expected}, EXACT);
  }
}
