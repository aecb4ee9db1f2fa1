package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches that another thread gathers while the one before is used. */
class GatheringAheadTest {

  private static final int SAMPLES = 23;

  private final Samples samples = new Samples();
  private final Batches batches =
      new Batches(samples, SampleOrder.asGiven(SAMPLES), 4, new Ahead(true));

  @AfterEach
  void endThread() {
    batches.close();
  }

  @Test
  void theNumbersAreThoseWithoutIt() {
    Batches plain = new Batches(new Samples(), SampleOrder.asGiven(SAMPLES), 4, new Ahead(false));

    List<List<Double>> ahead = epochs(batches);

    assertThat(ahead).hasSize(3 * 6 * 2).isEqualTo(epochs(plain));
    assertThat(samples.threads).hasSize(2);
  }

  @Test
  void aBatchHoldsWhileTheNextIsGathered() {
    Batch first = batches.get(0);
    while (samples.read.get() < 8) {
      Thread.onSpinWait();
    }

    assertThat(first.targets()).containsExactly(0, 1, 2, 3);
    assertThat(batches.get(1).targets()).containsExactly(4, 5, 6, 7);
  }

  @Test
  void aBatchOutOfTurnIsGatheredToo() {
    Batch first = batches.get(0);
    assertThat(first.targets()).containsExactly(0, 1, 2, 3);

    Batch last = batches.get(5);

    assertThat(last.targets()).containsExactly(20, 21, 22);
    assertThat(batches.get(2).targets()).containsExactly(8, 9, 10, 11);
  }

  @Test
  void whatReadingThrowsReachesWhoAsksForThatBatch() {
    IllegalStateException failure = new IllegalStateException("damaged");
    samples.breakAt(
        9,
        () -> {
          throw failure;
        });

    double[] first = batches.get(0).targets().clone();
    double[] second = batches.get(1).targets().clone();

    assertThat(first).containsExactly(0, 1, 2, 3);
    assertThat(second).containsExactly(4, 5, 6, 7);
    assertThatThrownBy(() -> batches.get(2)).isSameAs(failure);
  }

  @Test
  void anErrorReachesThemToo() {
    AssertionError failure = new AssertionError("damaged");
    samples.breakAt(
        5,
        () -> {
          throw failure;
        });

    assertThat(batches.get(0).rows()).isEqualTo(4);

    assertThatThrownBy(() -> batches.get(1)).isSameAs(failure);
  }

  @Test
  void whatNobodyAsksForIsForgotten() {
    samples.breakAt(
        5,
        () -> {
          throw new IllegalStateException("damaged");
        });
    assertThat(batches.get(0).rows()).isEqualTo(4);

    batches.shuffle(7);
    samples.breakAt(-1, () -> {});

    double[] expected = new double[4];
    for (int row = 0; row < 4; row++) {
      expected[row] = SampleOrder.shuffled(SAMPLES, 7)[row];
    }
    assertThat(batches.get(0).targets()).containsExactly(expected);
  }

  @Test
  void theThreadEndsWithTheBatches() throws InterruptedException {
    assertThat(batches.get(0).rows()).isEqualTo(4);
    assertThat(batches.get(1).rows()).isEqualTo(4);
    Thread gathering =
        samples.threads.stream()
            .filter(thread -> thread != Thread.currentThread())
            .findFirst()
            .orElseThrow();
    boolean daemon = gathering.isDaemon();

    batches.close();

    gathering.join(60_000);
    assertThat(gathering.isAlive()).isFalse();
    assertThat(daemon).isTrue();
    assertThat(gathering.getName()).isEqualTo("lamina-batches");
  }

  @Test
  void anInterruptedThreadGetsItsBatchAndStaysInterrupted() {
    assertThat(batches.get(0).rows()).isEqualTo(4);

    Thread.currentThread().interrupt();
    double[] second = batches.get(1).targets();
    boolean interrupted = Thread.interrupted();

    assertThat(second).containsExactly(4, 5, 6, 7);
    assertThat(interrupted).isTrue();
  }

  private static List<List<Double>> epochs(Batches batches) {
    List<List<Double>> seen = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      batches.shuffle(epoch);
      for (int number = 0; number < batches.count(); number++) {
        Batch batch = batches.get(number);
        seen.add(boxed(batch.features()));
        seen.add(boxed(batch.targets()));
      }
    }
    return seen;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Gathers ahead always, or never. */
  private record Ahead(boolean pays) implements Overlap {

    @Override
    public void after(long gathering, long computing) {
      assertThat(gathering).isPositive();
      assertThat(computing).isNotNegative();
    }
  }

  /** Samples that are their own number, and write down who reads them. */
  private static final class Samples implements Dataset {

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger read = new AtomicInteger();
    private volatile int broken = -1;
    private volatile Runnable failure = () -> {};

    void breakAt(int row, Runnable thrown) {
      failure = thrown;
      broken = row;
    }

    @Override
    public int size() {
      return SAMPLES;
    }

    @Override
    public int featureWidth() {
      return 2;
    }

    @Override
    public int targetWidth() {
      return 1;
    }

    @Override
    public void copyFeatures(int row, double[] into, int at) {
      into[at] = row;
      into[at + 1] = -row;
    }

    @Override
    public void copyTargets(int row, double[] into, int at) {
      threads.add(Thread.currentThread());
      if (row == broken) {
        failure.run();
      }
      into[at] = row;
      read.incrementAndGet();
    }
  }
}
