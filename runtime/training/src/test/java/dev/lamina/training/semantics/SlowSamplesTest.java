package dev.lamina.training.semantics;

import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Samples that are gathered while a step computes. */
class SlowSamplesTest {

  @Test
  void theyGiveTheWeightsAndTheHistoryOfTheSameSamplesInMemory() throws InterruptedException {
    Split inMemory = Split.of(RandomRun.samples(37), RandomRun.samples(11));
    TrainingResult expected = Trainer.create().train(RandomRun.NETWORK, RandomRun.PLAN, inMemory);
    SlowSamples slow = new SlowSamples(RandomRun.samples(37));

    TrainingResult result =
        Trainer.create()
            .train(RandomRun.NETWORK, RandomRun.PLAN, Split.of(slow, RandomRun.samples(11)));

    assertThat(result.model().weights()).isEqualTo(expected.model().weights());
    assertThat(result.history().epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(expected.history().epochs());
    slow.assertReadByOneMoreThreadThatEnded();
  }

  @Test
  void whatReadingThrowsReachesTheCaller() throws InterruptedException {
    SlowSamples slow = new SlowSamples(RandomRun.samples(37));
    TrainingListener breaks =
        new TrainingListener() {
          @Override
          public void epochStarted(int number) {
            slow.broken = number == 3;
          }
        };

    assertThatThrownBy(
            () ->
                Trainer.create()
                    .listener(breaks)
                    .train(RandomRun.NETWORK, RandomRun.PLAN, Split.of(slow)))
        .isSameAs(slow.failure);

    slow.assertReadByOneMoreThreadThatEnded();
  }

  @Test
  void theThreadEndsWhereAListenerThrowsToo() throws InterruptedException {
    SlowSamples slow = new SlowSamples(RandomRun.samples(37));
    AtomicInteger batches = new AtomicInteger();
    IllegalStateException enough = new IllegalStateException("enough");
    TrainingListener fails =
        new TrainingListener() {
          @Override
          public void batchEnded(BatchEnd end) {
            if (batches.incrementAndGet() == 8) {
              throw enough;
            }
          }
        };

    assertThatThrownBy(
            () ->
                Trainer.create()
                    .listener(fails)
                    .train(RandomRun.NETWORK, RandomRun.PLAN, Split.of(slow)))
        .cause()
        .isSameAs(enough);

    slow.assertReadByOneMoreThreadThatEnded();
  }

  @Test
  void noneIsReadOnceTrainingIsOver() throws InterruptedException {
    SlowSamples slow = new SlowSamples(RandomRun.samples(37));
    List<Integer> reading = new ArrayList<>();
    TrainingListener looks =
        new TrainingListener() {
          @Override
          public void trainingEnded(TrainingResult result) {
            reading.add(slow.reading.get());
          }
        };
    Schedule leaps = piecewise(0.01).then(12, 1e38);
    TrainingPlan plan = training(binaryCrossEntropy(), sgd(leaps)).epochs(4).batchSize(8);

    TrainingResult result =
        Trainer.create().listener(looks).train(RandomRun.NETWORK, plan, Split.of(slow));

    // It ends within an epoch, when the next batch is being gathered.
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 3, batch 4, layer `dense_1`: activations not finite]");
    assertThat(reading).containsExactly(0);
    slow.assertReadByOneMoreThreadThatEnded();
  }

  /** Samples each of which takes some milliseconds to compute. */
  private static final class SlowSamples implements Dataset {

    private final Dataset samples;
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reading = new AtomicInteger();
    private final IllegalStateException failure = new IllegalStateException("damaged");
    private volatile boolean broken;
    private volatile boolean readAtOnce;

    SlowSamples(Dataset samples) {
      this.samples = samples;
    }

    void assertReadByOneMoreThreadThatEnded() throws InterruptedException {
      Thread here = Thread.currentThread();
      assertThat(readers).hasSize(2).contains(here);
      assertThat(readAtOnce).isFalse();
      for (Thread reader : readers) {
        if (!reader.equals(here)) {
          reader.join(60_000);
          assertThat(reader.isAlive()).isFalse();
        }
      }
    }

    @Override
    public int size() {
      return samples.size();
    }

    @Override
    public int featureWidth() {
      return samples.featureWidth();
    }

    @Override
    public int targetWidth() {
      return samples.targetWidth();
    }

    @Override
    public void copyFeatures(int row, double[] into, int at) {
      readAtOnce |= reading.getAndIncrement() > 0;
      readers.add(Thread.currentThread());
      if (broken && row == 20) {
        throw failure;
      }
      long until = System.nanoTime() + 3_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      samples.copyFeatures(row, into, at);
      reading.decrementAndGet();
    }

    @Override
    public void copyTargets(int row, double[] into, int at) {
      samples.copyTargets(row, into, at);
    }
  }
}
