package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
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
import dev.lamina.training.TrainingListener.BatchEnd;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class TrainingListenerTest {

  private final TrainingListener listener = mock(TrainingListener.class);

  @Test
  void eventsComeInTheOrderOfTraining() {
    TrainingPlan plan = Xor.plan().epochs(2);
    Split data = Split.of(Xor.data());

    TrainingResult result = Trainer.create().listener(listener).train(Xor.network(), plan, data);

    InOrder order = inOrder(listener);
    order.verify(listener).trainingStarted(new Start(Xor.network(), plan, data, 2));
    for (int epoch = 1; epoch <= 2; epoch++) {
      order.verify(listener).epochStarted(epoch);
      order.verify(listener).batchEnded(batch(epoch, 1));
      order.verify(listener).batchEnded(batch(epoch, 2));
      order.verify(listener).epochEnded(result.history().epochs().get(epoch - 1));
    }
    order.verify(listener).trainingEnded(result);
    order.verifyNoMoreInteractions();
  }

  @Test
  void everyListenerHearsEachEventInTheOrderInWhichTheyWereAdded() {
    TrainingListener second = mock(TrainingListener.class);

    TrainingResult result =
        Trainer.create()
            .listener(listener)
            .listener(second)
            .train(Xor.network(), Xor.plan(), Xor.data());

    InOrder order = inOrder(listener, second);
    order.verify(listener).epochStarted(1);
    order.verify(second).epochStarted(1);
    order.verify(listener).trainingEnded(result);
    order.verify(second).trainingEnded(result);
  }

  @Test
  void addingAListenerMakesAnotherTrainer() {
    Trainer silent = Trainer.create();

    Trainer heard = silent.listener(listener);
    assertThat(silent.train(Xor.network(), Xor.plan(), Xor.data())).isNotNull();

    assertThat(heard).isNotSameAs(silent);
    verify(listener, never()).epochStarted(anyInt());
  }

  @Test
  void theLastBatchOfAnEpochHasTheValuesOfTheEpoch() {
    TrainingResult result =
        Trainer.create().listener(listener).train(Xor.network(), Xor.plan(), Xor.data());

    ArgumentCaptor<BatchEnd> ends = ArgumentCaptor.forClass(BatchEnd.class);
    verify(listener, times(2)).batchEnded(ends.capture());
    Epoch epoch = result.history().epochs().get(0);
    assertThat(ends.getAllValues().get(1).values()).isEqualTo(epoch.values());
    assertThat(ends.getAllValues().get(0).values())
        .containsOnlyKeys(training(loss()), training(accuracy()));
  }

  @Test
  void validationIsMeasuredBeforeAnEpochEnds() {
    Split split = Split.of(Xor.data(), Xor.data());

    assertThat(Trainer.create().listener(listener).train(Xor.network(), Xor.plan(), split))
        .isNotNull();

    ArgumentCaptor<Epoch> ended = ArgumentCaptor.forClass(Epoch.class);
    verify(listener).epochEnded(ended.capture());
    assertThat(ended.getValue().values().keySet())
        .containsExactly(
            training(loss()), training(accuracy()), validation(loss()), validation(accuracy()));
  }

  @Test
  void anEpochInWhichTrainingDivergesDoesNotEnd() {
    Network network = sequential(input(1), dense(1));
    TrainingPlan plan = training(meanSquaredError(), sgd(1e30)).epochs(9).batchSize(1);
    Dataset data = Dataset.of(new double[][] {{1e20}, {1e20}}, new double[] {0, 0});

    TrainingResult result = Trainer.create().listener(listener).train(network, plan, data);

    assertThat(result.stopReason()).isInstanceOf(StopReason.Diverged.class);
    InOrder order = inOrder(listener);
    order.verify(listener).trainingStarted(any());
    order.verify(listener).epochStarted(1);
    order.verify(listener).trainingEnded(result);
    verify(listener, never()).epochEnded(any());
    assertThat(result.history().size()).isZero();
  }

  @Test
  void aListenerNeedsOnlyTheMethodsThatItWants() {
    List<Integer> epochs = new ArrayList<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void epochStarted(int number) {
            epochs.add(number);
          }
        };

    TrainingResult result =
        Trainer.create().listener(counting).train(Xor.network(), Xor.plan().epochs(3), Xor.data());

    assertThat(result.history().size()).isEqualTo(3);
    assertThat(epochs).containsExactly(1, 2, 3);
  }

  @Test
  void lambdasHearTheEndsOfBatchesAndOfEpochs() {
    List<BatchEnd> batches = new ArrayList<>();
    List<Epoch> epochs = new ArrayList<>();

    TrainingResult result =
        Trainer.create()
            .onBatchEnd(batches::add)
            .onEpochEnd(epochs::add)
            .train(Xor.network(), Xor.plan().epochs(2), Xor.data());

    assertThat(epochs).isEqualTo(result.history().epochs());
    assertThat(batches).extracting(BatchEnd::epoch).containsExactly(1, 1, 2, 2);
    assertThat(batches).extracting(BatchEnd::batch).containsExactly(1, 2, 1, 2);
  }

  private static BatchEnd batch(int epoch, int number) {
    return argThat(end -> end.epoch() == epoch && end.batch() == number);
  }
}
