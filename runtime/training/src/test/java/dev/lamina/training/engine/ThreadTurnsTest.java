package dev.lamina.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadTurnsTest {

  private static final ThreadShare ONE = ThreadShare.training(1);
  private static final ThreadShare TWO = ThreadShare.training(2);

  private final ExecutorService others = Executors.newCachedThreadPool();
  private final RecordedSettings settings = new RecordedSettings();
  private final ThreadTurns turns = new ThreadTurns(settings, Duration.ofMillis(1));

  @AfterEach
  void endThreads() {
    others.shutdown();
  }

  @Test
  void workHasItsShareAndTheCallerItsOwnAgain() {
    turns.register();

    turns.enter(ONE);
    String within = settings.toString();
    turns.leave();
    String between = settings.toString();
    turns.unregister();

    assertThat(within).isEqualTo("products 1, elementwise 1, parts 1");
    assertThat(between).isEqualTo("products 1, elementwise 2, parts 2");
    assertThat(settings).hasToString("products 2, elementwise 2, parts 2");
  }

  @Test
  void theNumberForProductsIsSetOnceForATraining() {
    turns.register();

    for (int step = 0; step < 5; step++) {
      turns.enter(ONE);
      turns.leave();
    }
    turns.unregister();

    assertThat(settings.productsSet).containsExactly(1, 2);
  }

  @Test
  void theNumberForProductsIsSetOnceForASeriesOfTrainings() {
    turns.beginSeries();
    for (int training = 0; training < 3; training++) {
      turns.register();
      turns.enter(ONE);
      turns.leave();
      turns.unregister();
    }
    int within = turns.products();
    turns.endSeries();

    assertThat(settings.productsSet).containsExactly(1, 2);
    assertThat(within).isEqualTo(2);
  }

  @Test
  void aTrainingThatOutlivesItsSeriesKeepsItsNumber() {
    turns.beginSeries();
    turns.register();
    turns.enter(ONE);

    turns.endSeries();
    String within = settings.toString();
    turns.leave();
    turns.unregister();

    assertThat(within).isEqualTo("products 1, elementwise 1, parts 1");
    assertThat(settings.productsSet).containsExactly(1, 2);
  }

  @Test
  void nothingIsSwitchedForWhoTakesWhatTheProcessHas() {
    turns.register();
    turns.enter(TWO);
    turns.leave();
    turns.enter(ThreadShare.lone());
    turns.leave();
    turns.unregister();

    assertThat(settings.productsSet).isEmpty();
  }

  @Test
  void theProcessHasItsOwnNumberWhileATrainingHasAnother() {
    turns.register();
    turns.enter(ONE);

    assertThat(turns.products()).isEqualTo(2);

    turns.leave();
    turns.unregister();
    assertThat(turns.products()).isEqualTo(2);
  }

  @Test
  void workWithinWorkRunsWithTheOuterShare() {
    turns.register();
    turns.enter(ONE);

    turns.enter(TWO);
    String within = settings.toString();
    turns.leave();
    String after = settings.toString();
    turns.leave();

    turns.unregister();
    assertThat(within).isEqualTo("products 1, elementwise 1, parts 1");
    assertThat(after).isEqualTo(within);
    assertThat(settings).hasToString("products 2, elementwise 2, parts 2");
  }

  @Test
  void sameSharesRunSideBySide() throws Exception {
    turns.enter(TWO);

    Future<String> other = others.submit(() -> inside(TWO));
    Future<String> lone = others.submit(() -> inside(ThreadShare.lone()));

    assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo("products 2, elementwise 1, parts 1");
    assertThat(lone.get(1, TimeUnit.MINUTES)).isEqualTo("products 2, elementwise 1, parts 1");
    turns.leave();
  }

  @Test
  void anotherShareWaitsUntilAllAreOut() throws Exception {
    turns.register();
    turns.register();
    turns.enter(TWO);
    Future<String> other = others.submit(() -> inside(ONE));
    waitFor(1);

    boolean early = other.isDone();
    turns.leave();

    assertThat(early).isFalse();
    assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo("products 1, elementwise 1, parts 1");
    turns.unregister();
    turns.unregister();
    assertThat(settings).hasToString("products 2, elementwise 2, parts 2");
  }

  @Test
  void nobodyWaitsForeverAndNobodySeesAnothersNumber() throws Exception {
    List<Future<Integer>> trainings = new ArrayList<>();

    for (int training = 0; training < 6; training++) {
      ThreadShare share = ThreadShare.training(1 + training % 3);
      trainings.add(others.submit(() -> steps(share, 300)));
    }

    for (Future<Integer> each : trainings) {
      assertThat(each.get(1, TimeUnit.MINUTES)).isZero();
    }
    assertThat(settings).hasToString("products 2, elementwise 2, parts 2");
  }

  @Test
  void aTurnLastsForManySteps() throws Exception {
    ThreadTurns slow = new ThreadTurns(settings, Duration.ofMillis(5));
    Future<Integer> one = others.submit(() -> steps(slow, ONE, 20_000));
    Future<Integer> two = others.submit(() -> steps(slow, TWO, 20_000));

    assertThat(one.get(1, TimeUnit.MINUTES)).isZero();
    assertThat(two.get(1, TimeUnit.MINUTES)).isZero();

    assertThat(settings.productsSet).hasSizeLessThan(4_000);
  }

  @Test
  void anInterruptedThreadGetsItsTurnAndStaysInterrupted() throws Exception {
    turns.register();
    turns.register();
    turns.enter(TWO);
    Future<Boolean> other =
        others.submit(
            () -> {
              Thread.currentThread().interrupt();
              inside(ONE);
              return Thread.interrupted();
            });
    waitFor(1);

    turns.leave();

    assertThat(other.get(1, TimeUnit.MINUTES)).isTrue();
  }

  private String inside(ThreadShare share) {
    turns.enter(share);
    try {
      return settings.toString();
    } finally {
      turns.leave();
    }
  }

  private int steps(ThreadShare share, int count) {
    return steps(turns, share, count);
  }

  /** How many of these steps saw a number of threads that was not theirs. */
  private int steps(ThreadTurns within, ThreadShare share, int count) {
    int wrong = 0;
    within.register();
    for (int step = 0; step < count; step++) {
      within.enter(share);
      boolean right =
          settings.products() == share.products().getAsInt()
              && settings.elementwise() == 1
              && settings.parts() == 1;
      wrong += right ? 0 : 1;
      within.leave();
    }
    within.unregister();
    return wrong;
  }

  private void waitFor(int waiting) {
    while (turns.waiting() < waiting) {
      Thread.onSpinWait();
    }
  }

  /** Settings of a process that has two threads, and of each thread that asks. */
  private static final class RecordedSettings implements ThreadSettings {

    private final AtomicInteger products = new AtomicInteger(2);
    private final AtomicInteger parts = new AtomicInteger(2);
    private final ThreadLocal<Integer> elementwise = ThreadLocal.withInitial(() -> 2);
    private final List<Integer> productsSet = new ArrayList<>();

    @Override
    public int products() {
      return products.get();
    }

    @Override
    public void products(int threads) {
      products.set(threads);
      productsSet.add(threads);
    }

    @Override
    public int elementwise() {
      return elementwise.get();
    }

    @Override
    public void elementwise(int threads) {
      elementwise.set(threads);
    }

    @Override
    public int parts() {
      return parts.get();
    }

    @Override
    public void parts(int most) {
      parts.set(most);
    }

    @Override
    public String toString() {
      return "products %d, elementwise %d, parts %d".formatted(products(), elementwise(), parts());
    }
  }
}
