package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which an epoch goes through its samples. */
class ShufflingTest {

  private static final int SAMPLES = 25;
  private static final Network NETWORK = sequential(input(1), dense(1));
  private static final TrainingPlan PLAN =
      training(meanSquaredError(), sgd(1e-3)).epochs(6).batchSize(4);

  @Test
  void everyEpochTakesEachSampleOnce() {
    TrainingPlan plan = PLAN.seed(1);

    List<List<Integer>> epochs = orders(NETWORK, plan);

    Integer[] all = IntStream.range(0, SAMPLES).boxed().toArray(Integer[]::new);
    assertThat(epochs).hasSize(6);
    assertThat(epochs).allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder(all));
  }

  @Test
  void everyEpochHasAnOrderOfItsOwn() {
    TrainingPlan plan = PLAN.seed(1);

    List<List<Integer>> epochs = orders(NETWORK, plan);

    List<Integer> asGiven = IntStream.range(0, SAMPLES).boxed().toList();
    assertThat(new HashSet<>(epochs)).hasSize(6).doesNotContain(asGiven);
  }

  @Test
  void theSameSeedGivesTheSameOrdersWhateverIsTrained() {
    List<List<Integer>> once = orders(NETWORK, PLAN.seed(3));
    Network other = sequential(input(1), dropout(0.5), dense(8).relu(), dense(1).sigmoid());

    List<List<Integer>> again =
        orders(other, training(binaryCrossEntropy(), adam()).epochs(6).batchSize(7).seed(3));

    assertThat(again).isEqualTo(once);
  }

  @Test
  void anotherSeedGivesOtherOrders() {
    List<List<Integer>> once = orders(NETWORK, PLAN.seed(3));

    List<List<Integer>> other = orders(NETWORK, PLAN.seed(4));

    assertThat(other).doesNotContainAnyElementsOf(once);
  }

  @Test
  void anEpochHasAsManyBatchesAsItTakesTheLastOneShort() {
    List<TrainingListener.BatchEnd> ends = new ArrayList<>();
    List<Integer> announced = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingStarted(Start start) {
            announced.add(start.batches().orElseThrow());
          }

          @Override
          public void batchEnded(BatchEnd end) {
            ends.add(end);
          }
        };

    int completed =
        Trainer.create().listener(listener).train(NETWORK, PLAN.epochs(2), data()).history().size();

    assertThat(completed).isEqualTo(2);
    assertThat(announced).containsExactly(7);
    assertThat(ends)
        .extracting(TrainingListener.BatchEnd::batch)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7);
    assertThat(ends).extracting(TrainingListener.BatchEnd::epoch).startsWith(1).endsWith(2);
  }

  private static List<List<Integer>> orders(Network network, TrainingPlan plan) {
    RecordingDataset data = new RecordingDataset(data());
    int completed = Trainer.create().listener(data).train(network, plan, data).history().size();
    assertThat(completed).isEqualTo(plan.epochs());
    return data.epochs();
  }

  private static Dataset data() {
    double[][] rows = new double[SAMPLES][1];
    double[] targets = new double[SAMPLES];
    for (int row = 0; row < SAMPLES; row++) {
      rows[row][0] = row;
      targets[row] = row % 2;
    }
    return Dataset.of(rows, targets);
  }
}
