package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.loop.SampleOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradients of several mini-batches, averaged over their samples, give one update. */
class AccumulationTest {

  private static final double[][] ROWS = {{1}, {2}, {-1}, {0.5}, {3}, {-2}};
  private static final double[] TARGETS = {1, 0, 4, -1, 2, 0.5};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
  private static final Network UNIT =
      sequential(input(1), dense(1).initializer(zeros()).named("unit"));

  @ParameterizedTest
  @CsvSource({"6, 2, 3", "6, 1, 6", "5, 2, 3", "6, 4, 2", "6, 2, 100"})
  void smallMiniBatchesLearnAsALargeOneDoes(int samples, int batchSize, int batches) {
    Network network =
        sequential(
            input(1),
            dense(4).tanh().l2(0.1).named("hidden"),
            dense(1).weightDecay(0.01).named("out"));
    TrainingPlan plan = training(meanSquaredError(), adam(0.1)).clipGlobalNorm(0.5).epochs(5);
    Dataset data = DATA.rows(0, samples);

    TrainingResult large = train(network, plan.batchSize(samples), data);
    TrainingResult small =
        train(network, plan.batchSize(batchSize).accumulateGradients(batches), data);

    for (String layer : new String[] {"hidden", "out"}) {
      for (String parameter : new String[] {"kernel", "bias"}) {
        assertThat(weights(small).values(layer, parameter))
            .containsExactly(weights(large).values(layer, parameter), EXACT);
      }
    }
  }

  @Test
  void whatIsLeftAtTheEndOfAnEpochGivesAnUpdateToo() {
    TrainingPlan plan =
        training(meanSquaredError(), sgd(0.05))
            .batchSize(1)
            .accumulateGradients(4)
            .epochs(2)
            .seed(7);

    TrainingResult result = train(UNIT, plan, DATA);

    PlainUnit unit = PlainUnit.zero(1);
    for (int epoch = 0; epoch < 2; epoch++) {
      int[] order = SampleOrder.shuffled(6, Seeds.sampleOrder(plan, epoch));
      unit = descended(unit, order, 0, 4);
      unit = descended(unit, order, 4, 6);
    }
    assertUnit(result, unit);
  }

  private static PlainUnit descended(PlainUnit unit, int[] order, int from, int to) {
    double[][] rows = new double[to - from][];
    double[] targets = new double[to - from];
    for (int i = from; i < to; i++) {
      rows[i - from] = ROWS[order[i]];
      targets[i - from] = TARGETS[order[i]];
    }
    return unit.descended(0.05, rows, targets);
  }

  @Test
  void weightedSamplesCountTheSame() {
    TrainingPlan plan = training(meanSquaredError(), sgd(0.05)).epochs(3);
    Dataset weighted = DATA.weighted(new double[] {2, 0, 1, 0.5, 3, 1});

    TrainingResult large = train(UNIT, plan.batchSize(6), weighted);
    TrainingResult small = train(UNIT, plan.batchSize(4).accumulateGradients(2), weighted);

    assertThat(weights(small).values("unit", "kernel"))
        .containsExactly(weights(large).values("unit", "kernel"), EXACT);
    assertThat(small.history().values(training(loss())))
        .containsExactly(large.history().values(training(loss())), EXACT);
  }

  @Test
  void ratesFollowUpdates() {
    TrainingPlan plan =
        training(meanSquaredError(), sgd(stepDecay(0.1, 0.5, 1)))
            .batchSize(1)
            .accumulateGradients(3);

    TrainingResult result = train(UNIT, plan, DATA);

    assertThat(result.history().epochs().get(0).learningRate()).isCloseTo(0.05, EXACT);
  }

  @Test
  void eachMiniBatchMovesRunningAverages() {
    Network network = sequential(input(1), batchNorm().momentum(0.9).named("norm"), dense(1));
    TrainingPlan plan =
        inGivenOrder(
            training(meanSquaredError(), sgd(0.05)).batchSize(2).accumulateGradients(3), 6);

    TrainingResult result = train(network, plan, DATA);

    // Means of the mini-batches: 1.5, -0.25 and 0.5; variances: 0.25, 0.5625 and 6.25.
    double mean = (0.9 * 0.9 * 1.5 + 0.9 * -0.25 + 0.5) * 0.1;
    double variance = 0.9 * 0.9 * 0.9 + (0.9 * 0.9 * 0.25 + 0.9 * 0.5625 + 6.25) * 0.1;
    assertThat(vector(result, "norm", "movingMean")).containsExactly(new double[] {mean}, EXACT);
    assertThat(vector(result, "norm", "movingVariance"))
        .containsExactly(new double[] {variance}, EXACT);
  }

  @Test
  void listenersHearOfMiniBatchesAndSeeTheUpdates() {
    List<Integer> heard = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            heard.add(end.batch());
          }

          @Override
          public void layersObserved(LayersObserved observed) {
            seen.add(observed.batch());
          }
        };
    TrainingPlan plan =
        exact(training(meanSquaredError(), sgd(0.05)).batchSize(1).accumulateGradients(2));

    TrainingResult observed =
        Trainer.create().listener(listener).observeLayersEvery(3).train(UNIT, plan, DATA);

    // Mini-batches 1 and 4 are to be observed, which belong to the updates after 2 and 4.
    assertThat(heard).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(seen).containsExactly(2, 4);
    assertThat(weights(observed)).isEqualTo(weights(train(UNIT, plan, DATA)));
  }
}
