package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The longest wait here is a minute: a test that waits for it takes longer than it may. */
@Timeout(30)
class MicroBatchesTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> passes = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void aFullBatchWaitsForNobody() throws InterruptedException, ExecutionException {
    MicroBatches batches = new MicroBatches(4, LONG, this::doubled);

    List<Future<double[]>> asked = ask(batches, 12);

    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).get()).containsExactly(2 * i);
    }
    assertThat(passes).containsExactly(4, 4, 4);
  }

  @Test
  void aRowThatNobodyJoinsWaitsNoLongerThanItMay() {
    MicroBatches batches = new MicroBatches(4, Duration.ofMillis(20), this::doubled);
    long start = System.nanoTime();

    double[] outputs = batches.outputs(new double[] {3});

    assertThat(outputs).containsExactly(6);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    assertThat(passes).containsExactly(1);
  }

  @Test
  void withoutAWaitRowsAreGatheredWhileAllProcessorsAreBusy()
      throws InterruptedException, ExecutionException {
    int processors = Runtime.getRuntime().availableProcessors();
    CountDownLatch busy = new CountDownLatch(processors);
    CountDownLatch release = new CountDownLatch(1);
    MicroBatches batches =
        new MicroBatches(
            8,
            Duration.ZERO,
            rows -> {
              busy.countDown();
              awaitTrue(() -> release.getCount() == 0);
              return doubled(rows);
            });
    List<Future<double[]>> first = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      first.addAll(ask(batches, 1));
      awaitTrue(() -> batches.waiting() == 0);
    }
    busy.await();

    List<Future<double[]>> others = ask(batches, 8);
    awaitTrue(() -> batches.waiting() == 8);
    release.countDown();

    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get()).containsExactly(2 * i);
    }
    for (Future<double[]> each : first) {
      assertThat(each.get()).containsExactly(0);
    }
    assertThat(passes).hasSize(processors + 1).contains(8);
  }

  @Test
  void whatFailsFailsForThoseInTheBatchOnly() throws InterruptedException, ExecutionException {
    MicroBatches batches =
        new MicroBatches(
            2,
            LONG,
            rows -> {
              if (rows[0][0] < 0) {
                throw new UnsupportedOperationException("below 0");
              }
              return doubled(rows);
            });
    Future<double[]> bad = threads.submit(() -> batches.outputs(new double[] {-1}));
    awaitTrue(() -> batches.waiting() == 1);
    Future<double[]> sameBatch = threads.submit(() -> batches.outputs(new double[] {-1}));

    awaitTrue(() -> batches.waiting() == 0);
    List<Future<double[]>> good = ask(batches, 2);

    for (Future<double[]> each : List.of(bad, sameBatch)) {
      assertThatThrownBy(each::get)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              """
              A pass of 2 rows that were asked for one by one should give outputs, but failed: \
              java.lang.UnsupportedOperationException: below 0.
              Fix: see the cause; `microBatching` with fewer rows needs less memory.""")
          .hasRootCauseMessage("below 0");
    }
    assertThat(good.get(1).get()).containsExactly(2);
  }

  @Test
  void closingLetsNobodyWaitAnyLonger() throws InterruptedException, ExecutionException {
    MicroBatches batches = new MicroBatches(4, LONG, this::doubled);
    List<Future<double[]>> asked = ask(batches, 3);
    awaitTrue(() -> batches.waiting() == 3);

    batches.close();

    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).get()).containsExactly(2 * i);
    }
    assertThat(batches.outputs(new double[] {4})).containsExactly(8);
  }

  @Test
  void anInterruptedThreadWaitsForNoOthersAndStaysInterrupted() {
    MicroBatches batches = new MicroBatches(4, LONG, this::doubled);

    Thread.currentThread().interrupt();
    double[] outputs = batches.outputs(new double[] {1});

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outputs).containsExactly(2);
  }

  @Test
  void neitherDoThoseOfABatchOneOfWhoseThreadsIsInterrupted()
      throws InterruptedException, ExecutionException {
    MicroBatches batches = new MicroBatches(4, LONG, this::doubled);
    List<Future<double[]>> first = ask(batches, 1);
    awaitTrue(() -> batches.waiting() == 1);

    Thread.currentThread().interrupt();
    double[] outputs = batches.outputs(new double[] {1});

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outputs).containsExactly(2);
    assertThat(first.get(0).get()).containsExactly(0);
    assertThat(passes).containsExactly(2);
  }

  /** Asks for rows 0, 1, 2, ..., on a thread each. */
  private List<Future<double[]>> ask(MicroBatches batches, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> threads.submit(() -> batches.outputs(new double[] {number})))
        .toList();
  }

  private static void awaitTrue(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private double[][] doubled(double[][] rows) {
    passes.add(rows.length);
    return Stream.of(rows).map(row -> new double[] {2 * row[0]}).toArray(double[][]::new);
  }
}
