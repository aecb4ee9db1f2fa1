package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.StopReason;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Early stopping of a network that learns noisy labels by heart, so that validation worsens. */
class RestoredWeightsTest {

  private static final int PATIENCE = 4;
  private static final Monitor WATCHED = validation(loss());
  private static final Network NETWORK =
      sequential(input(3), dense(24).tanh(), dropout(0.1), dense(1).sigmoid());
  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam(0.02)).epochs(200).batchSize(5).seed(12);
  private static final Split DATA = Split.of(noisy(24, 1), noisy(16, 2));

  @Test
  void trainingStopsPatienceEpochsAfterTheBest() {
    EarlyStopping rule = earlyStopping(WATCHED).patience(PATIENCE);

    TrainingResult result = train(NETWORK, PLAN.stopWhen(rule), DATA);

    int best = firstLowest(result.history().values(WATCHED));
    assertThat(best).isGreaterThan(4);
    assertThat(result.history().size()).isEqualTo(best + PATIENCE).isLessThan(200);
    assertThat(result.stopReason())
        .isEqualTo(new StopReason.NoProgress(rule, best))
        .hasToString(
            "NoProgress[validation(loss), best epoch " + best + ", patience " + PATIENCE + "]");
  }

  @Test
  void theWeightsAreThoseOfARunThatEndsWithTheBestEpoch() {
    TrainingPlan stopping = PLAN.stopWhen(earlyStopping(WATCHED).patience(PATIENCE));

    TrainingResult result = train(NETWORK, stopping, DATA);

    int best = firstLowest(result.history().values(WATCHED));
    TrainingResult endingWithBest = train(NETWORK, PLAN.epochs(best), DATA);
    assertThat(weights(result)).isEqualTo(weights(endingWithBest));
    assertThat(result.model().evaluate(DATA.validation().orElseThrow()).loss())
        .isEqualTo(result.history().values(WATCHED)[best - 1]);
  }

  @Test
  void keepLastLeavesTheWeightsOfTheLastEpoch() {
    TrainingPlan stopping = PLAN.stopWhen(earlyStopping(WATCHED).patience(PATIENCE).keepLast());

    TrainingResult result = train(NETWORK, stopping, DATA);

    int last = result.history().size();
    TrainingResult endingWithLast = train(NETWORK, PLAN.epochs(last), DATA);
    TrainingResult endingWithBest = train(NETWORK, PLAN.epochs(last - PATIENCE), DATA);
    assertThat(weights(result)).isEqualTo(weights(endingWithLast));
    assertThat(weights(result)).isNotEqualTo(weights(endingWithBest));
  }

  @Test
  void theBestWeightsAreRestoredWhenTheEpochsRunOutFirst() {
    EarlyStopping patient = earlyStopping(WATCHED).patience(1000);

    TrainingResult result = train(NETWORK, PLAN.epochs(25).stopWhen(patient), DATA);

    int best = firstLowest(result.history().values(WATCHED));
    assertThat(best).isLessThan(25);
    assertThat(result.stopReason()).isEqualTo(new StopReason.EpochsDone(25));
    assertThat(weights(result)).isEqualTo(weights(train(NETWORK, PLAN.epochs(best), DATA)));
  }

  @Test
  void aMetricThatShouldGrowIsBestWhereItIsHighest() {
    Monitor watched = training(accuracy());
    TrainingPlan measuring = PLAN.measure(accuracy());
    EarlyStopping rule = earlyStopping(watched).patience(PATIENCE);

    TrainingResult result = train(NETWORK, measuring.stopWhen(rule), DATA);

    double[] values = result.history().values(watched);
    int best = firstLowest(Arrays.stream(values).map(value -> -value).toArray());
    assertThat(result.stopReason()).isEqualTo(new StopReason.NoProgress(rule, best));
    assertThat(values).hasSize(best + PATIENCE);
    assertThat(weights(result)).isEqualTo(weights(train(NETWORK, measuring.epochs(best), DATA)));
  }

  @Test
  void theRuleThatStopsDecidesWhichWeightsAreRestored() {
    EarlyStopping impatient = earlyStopping(WATCHED).patience(PATIENCE);
    EarlyStopping other = earlyStopping(training(loss())).patience(1000);

    TrainingResult result = train(NETWORK, PLAN.stopWhen(other, impatient), DATA);

    TrainingResult alone = train(NETWORK, PLAN.stopWhen(impatient), DATA);
    assertThat(result.stopReason()).isEqualTo(alone.stopReason());
    assertThat(weights(result)).isEqualTo(weights(alone));
  }

  /** The epoch, counted from 1, of the first of the lowest values. */
  private static int firstLowest(double[] values) {
    int lowest = 0;
    for (int epoch = 1; epoch < values.length; epoch++) {
      lowest = values[epoch] < values[lowest] ? epoch : lowest;
    }
    return lowest + 1;
  }

  private static Dataset noisy(int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][3];
    int[] labels = new int[count];
    for (int row = 0; row < count; row++) {
      for (int feature = 0; feature < 3; feature++) {
        rows[row][feature] = random.nextGaussian();
      }
      labels[row] = rows[row][0] + random.nextGaussian() / 2 > 0 ? 1 : 0;
    }
    return Dataset.of(rows, labels);
  }
}
