package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingListener.LayersObserved;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.LayerFigures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class ObservedLayersTest {

  private static final Network NETWORK = sequential(input(1), dense(2).relu(), dense(1));
  private static final TrainingPlan PLAN =
      training(meanSquaredError(), sgd()).epochs(2).batchSize(2);

  /** Three batches an epoch. */
  private static final Dataset DATA =
      Dataset.of(new double[][] {{1}, {2}, {3}, {4}, {5}, {6}}, new double[] {1, 0, 1, 0, 1, 0});

  private final TrainingListener listener = mock(TrainingListener.class);

  @Test
  void nothingIsObservedUnlessAskedFor() {
    TrainingResult result = Trainer.create().listener(listener).train(NETWORK, PLAN, DATA);

    assertThat(result.history().size()).isEqualTo(2);
    verify(listener, times(6)).batchEnded(any());
    verify(listener, never()).layersObserved(any());
  }

  @ParameterizedTest
  @CsvSource({"1, 1.1 1.2 1.3 2.1 2.2 2.3", "2, 1.1 1.3 2.2", "3, 1.1 2.1", "4, 1.1 2.2", "9, 1.1"})
  void theFirstBatchIsObservedAndThenEverySoMany(int every, String expected) {
    List<String> observed = new ArrayList<>();
    TrainingListener noting =
        new TrainingListener() {
          @Override
          public void layersObserved(LayersObserved seen) {
            observed.add(seen.epoch() + "." + seen.batch());
          }
        };

    TrainingResult result =
        Trainer.create().observeLayersEvery(every).listener(noting).train(NETWORK, PLAN, DATA);

    assertThat(result.history().size()).isEqualTo(2);
    assertThat(observed).containsExactly(expected.split(" "));
  }

  @Test
  void everyListenerHearsOfItBeforeTheBatchEnds() {
    TrainingListener second = mock(TrainingListener.class);

    TrainingResult result =
        Trainer.create()
            .listener(listener)
            .listener(second)
            .observeLayersEvery(3)
            .train(NETWORK, PLAN.epochs(1), DATA);

    assertThat(result.history().size()).isEqualTo(1);
    InOrder order = inOrder(listener, second);
    order.verify(listener).epochStarted(1);
    order.verify(listener).layersObserved(argThat(seen -> seen.layers().size() == 2));
    order.verify(second).layersObserved(argThat(seen -> seen.layers().size() == 2));
    order.verify(listener).batchEnded(any());
    verify(second, times(1)).layersObserved(any());
  }

  @Test
  void anUpdateInWhichTrainingDivergesIsNotObserved() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e30)).epochs(9).batchSize(1);
    Dataset large = Dataset.of(new double[][] {{1e20}, {1e20}}, new double[] {0, 0});

    TrainingResult result =
        Trainer.create()
            .listener(listener)
            .observeLayersEvery(1)
            .train(sequential(input(1), dense(1)), plan, large);

    assertThat(result.stopReason()).isInstanceOf(StopReason.Diverged.class);
    verify(listener).epochStarted(anyInt());
    verify(listener, never()).layersObserved(any());
  }

  @Test
  void whatWasObservedDoesNotChange() {
    List<LayerFigures> layers = new ArrayList<>();
    LayersObserved observed = new LayersObserved(1, 2, layers);

    layers.add(null);

    assertThat(observed.layers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void theDistanceIsAtLeastOne(int every) {
    Trainer trainer = Trainer.create();

    String message = messageOf(() -> trainer.observeLayersEvery(every));

    assertThat(message)
        .isEqualTo(
            """
            `observeLayersEvery(%d)` is not valid: 1 problem.
              1. `batches` must be a whole number of at least 1 but is %d.
                 Fix: give the distance in mini-batches, such as 10.""",
            every, every);
  }
}
