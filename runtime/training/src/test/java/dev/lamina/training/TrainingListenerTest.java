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
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class TrainingListenerTest {

  private final TrainingListener listener = mock(TrainingListener.class);

  @Test
  void eventsComeInTheOrderOfTraining() {
    TrainingPlan plan = Xor.plan().epochs(2);

    TrainingResult result =
        Trainer.create().listener(listener).train(Xor.network(), plan, Split.of(Xor.data()));

    InOrder order = inOrder(listener);
    order.verify(listener).trainingStarted(new Start(Xor.network(), plan, 2));
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

  static Stream<Consumer<TrainingListener>> events() {
    return Stream.of(
        each -> each.trainingStarted(any()),
        each -> each.epochStarted(anyInt()),
        each -> each.batchEnded(any()),
        each -> each.epochEnded(any()),
        each -> each.trainingEnded(any()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatAListenerThrowsReachesTheCallerAsItIs(Consumer<TrainingListener> event) {
    IllegalStateException thrown = new IllegalStateException("full", new Exception("disk"));
    event.accept(doThrow(thrown).when(listener));
    Trainer trainer = Trainer.create().listener(listener);

    Throwable caught = catchThrowable(() -> trainer.train(Xor.network(), Xor.plan(), Xor.data()));

    assertThat(caught).isSameAs(thrown).hasRootCauseMessage("disk");
  }

  @Test
  void aListenerThatThrowsEndsTraining() {
    doThrow(new IllegalStateException("enough")).when(listener).epochStarted(2);
    Trainer trainer = Trainer.create().listener(listener);

    Throwable caught =
        catchThrowable(() -> trainer.train(Xor.network(), Xor.plan().epochs(5), Xor.data()));

    assertThat(caught).hasMessage("enough");
    verify(listener, times(2)).batchEnded(any());
    verify(listener, never()).trainingEnded(any());
  }

  @Test
  void trainingGoesOnAsIfNothingHadHappenedAfterAListenerThrew() {
    doThrow(new IllegalStateException("enough")).when(listener).epochStarted(2);
    Trainer trainer = Trainer.create().listener(listener);
    double[][] before = Xor.trained().predict(Xor.features());

    Throwable caught =
        catchThrowable(() -> trainer.train(Xor.network(), Xor.plan().epochs(5), Xor.data()));
    double[][] after = Xor.trained().predict(Xor.features());

    assertThat(caught).hasMessage("enough");
    assertThat(after).isDeepEqualTo(before);
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

  private static BatchEnd batch(int epoch, int number) {
    return argThat(end -> end.epoch() == epoch && end.batch() == number);
  }
}
