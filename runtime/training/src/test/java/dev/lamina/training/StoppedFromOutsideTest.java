package dev.lamina.training;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.timeBudget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Split;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.InOrder;

/** Trainings of XOR, two mini-batches an epoch, that a clock or another thread ends. */
@Timeout(60)
class StoppedFromOutsideTest {

  private static final TrainingPlan LONG = Xor.plan().epochs(Integer.MAX_VALUE);

  private final Cancellation cancellation = Cancellation.create();
  private final TrainingListener listener = mock(TrainingListener.class);

  @Test
  void trainingEndsInTheMiddleOfAnEpochWhenItIsCancelled() {
    TrainingResult result = cancelledIn(3, 1, LONG);

    assertThat(result.stopReason()).isEqualTo(new StopReason.Cancelled(3, 1));
    assertThat(result.history().size()).isEqualTo(2);
  }

  @Test
  void theModelIsThatOfTheMoment() {
    double[][] twoEpochs = predictionsAfter(2);
    double[][] threeEpochs = predictionsAfter(3);

    double[][] cancelled = cancelledIn(3, 1, LONG).model().predict(Xor.features());

    assertThat(cancelled).isNotEqualTo(twoEpochs).isNotEqualTo(threeEpochs);
  }

  @Test
  void theBestWeightsAreRestoredWhereARuleSaysSo() {
    // No loss is more than 9 below another one: the first epoch stays the best.
    TrainingPlan plan = LONG.stopWhen(earlyStopping(training(loss())).patience(99).minDelta(9));

    double[][] cancelled = cancelledIn(3, 1, plan).model().predict(Xor.features());

    assertThat(cancelled).isDeepEqualTo(predictionsAfter(1));
  }

  @Test
  void anEpochWhoseBatchesAreAllDoneIsMeasured() {
    TrainingResult result = cancelledIn(3, 2, LONG);

    assertThat(result.stopReason()).isEqualTo(new StopReason.Cancelled(4, 0));
    assertThat(result.history().size()).isEqualTo(3);
    assertThat(result.model().predict(Xor.features())).isDeepEqualTo(predictionsAfter(3));
  }

  @Test
  void aTrainingThatIsCancelledInItsLastBatchIsDone() {
    TrainingResult result = cancelledIn(3, 2, Xor.plan().epochs(3));

    assertThat(result.stopReason()).isEqualTo(new StopReason.EpochsDone(3));
  }

  @Test
  void aTrainingThatIsCancelledBeforehandTrainsNothing() {
    cancellation.cancel();

    TrainingResult result = trainer().train(Xor.network(), LONG, Xor.data());

    assertThat(result.stopReason()).isEqualTo(new StopReason.Cancelled(1, 0));
    assertThat(cancellation.isCancelled()).isTrue();
    InOrder order = inOrder(listener);
    order.verify(listener).trainingStarted(any());
    order.verify(listener).trainingEnded(result);
    verify(listener, never()).epochStarted(anyInt());
  }

  @Test
  void anotherThreadCancels() throws Exception {
    CountDownLatch running = new CountDownLatch(3);
    Trainer trainer =
        Trainer.create().stopOn(cancellation).onEpochEnd(epoch -> running.countDown());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<TrainingResult> training =
          thread.submit(() -> trainer.train(Xor.network(), LONG, Xor.data()));
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

      cancellation.cancel();

      TrainingResult result = training.get(30, TimeUnit.SECONDS);
      assertThat(result.stopReason()).isInstanceOf(StopReason.Cancelled.class);
      assertThat(result.history().size()).isGreaterThanOrEqualTo(3);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void trainingEndsWhenItsTimeIsOver() {
    TrainingPlan plan = LONG.stopWhen(timeBudget(0.2));
    long start = System.nanoTime();

    TrainingResult result = Trainer.create().train(Xor.network(), plan, Split.of(Xor.data()));

    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(result.stopReason()).isInstanceOf(StopReason.TimeUp.class);
    assertThat(result.history().size()).isPositive();
    assertThat(seconds).isBetween(0.2, 20.0);
  }

  private Trainer trainer() {
    return Trainer.create().listener(listener).stopOn(cancellation);
  }

  private TrainingResult cancelledIn(int epoch, int batch, TrainingPlan plan) {
    return trainer()
        .onBatchEnd(
            end -> {
              if (end.epoch() == epoch && end.batch() == batch) {
                cancellation.cancel();
              }
            })
        .train(Xor.network(), plan, Xor.data());
  }

  private static double[][] predictionsAfter(int epochs) {
    TrainingPlan plan = Xor.plan().epochs(epochs);
    return Trainer.create().train(Xor.network(), plan, Xor.data()).model().predict(Xor.features());
  }
}
