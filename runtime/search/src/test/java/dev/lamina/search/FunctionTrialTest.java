package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.pruner.Pruners.thresholdPruner;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static dev.lamina.search.storage.Storages.journal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions that report, look whether they should end, or do not. */
@Timeout(60)
class FunctionTrialTest {

  private static final RealParam X = real("x", -5, 5);
  private static final SearchPlan PLAN = search(X).trials(3).seed(4);

  @Test
  void reportsAreKeptAndListenersHearThem() {
    List<String> heard = new ArrayList<>();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void trialReported(Trial trial) {
            heard.add(trial.number() + " " + trial.reports());
          }
        };

    SearchResult found =
        Tuner.using(randomSearch())
            .listener(listener)
            .maximize(
                PLAN.trials(1),
                trial -> {
                  assertThat(trial.report(1, 0.5)).isFalse();
                  assertThat(trial.report(2, 0.75)).isFalse();
                  return 0.75;
                });

    assertThat(heard).containsExactly("0 {1=0.5}", "0 {1=0.5, 2=0.75}");
    assertThat(found.best().reports()).containsEntry(1, 0.5).containsEntry(2, 0.75).hasSize(2);
  }

  @Test
  void whatAFunctionGivesAfterItWasToldToEndDoesNotCount() {
    Tuner tuner = Tuner.using(randomSearch()).pruner(thresholdPruner().upper(1));

    SearchResult found =
        tuner.minimize(
            PLAN,
            trial -> {
              boolean isOver = trial.report(1, trial.number());
              assertThat(trial.shouldEnd()).isEqualTo(isOver);
              // Whoever goes on regardless, with better reports, is pruned still.
              assertThat(trial.report(2, 0)).isEqualTo(isOver);
              return -1;
            });

    assertThat(found.trials())
        .extracting(Trial::state)
        .containsExactly(TrialState.COMPLETE, TrialState.COMPLETE, TrialState.PRUNED);
    assertThat(found.trials().get(2).values()).isEmpty();
  }

  @Test
  void aFunctionThatLooksEndsWithTheSearchAndIsGivenBack() {
    Cancellation cancellation = Cancellation.create();

    SearchResult found =
        Tuner.using(randomSearch())
            .stopOn(cancellation)
            .minimize(
                PLAN,
                trial -> {
                  cancellation.cancel();
                  while (!trial.shouldEnd()) {
                    Thread.onSpinWait();
                  }
                  return 0;
                });

    assertThat(found.stopCause()).isEqualTo(StopCause.CANCELLED);
    assertThat(found.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
  }

  @Test
  void aFunctionThatBlocksIsInterruptedWithTheSearchAndIsNoFailure() {
    Cancellation cancellation = Cancellation.create();
    AtomicInteger calls = new AtomicInteger();

    SearchResult found =
        Tuner.using(randomSearch())
            .stopOn(cancellation)
            .retries(3)
            .minimize(
                PLAN,
                trial -> {
                  calls.incrementAndGet();
                  cancellation.cancel();
                  return blocked();
                });

    assertThat(found.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aFunctionThatTakesTooLongIsInterruptedAndTheNextOneIsNot() {
    SearchPlan limited = PLAN.trialTimeLimit(Duration.ofMillis(500));

    SearchResult found =
        Tuner.using(randomSearch())
            .minimize(limited, trial -> trial.number() == 1 ? blocked() : trial.get(X));

    assertThat(found.trials())
        .extracting(trial -> trial.outcome().orElseThrow().kind())
        .containsExactly(Outcome.Kind.COMPLETE, Outcome.Kind.TIMED_OUT, Outcome.Kind.COMPLETE);
  }

  @Test
  void timesMayBeLongerThanAnyClockCounts() {
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

    SearchResult found =
        Tuner.using(randomSearch())
            .abandonedAfter(longest)
            .minimize(PLAN.timeLimit(longest).trialTimeLimit(longest), trial -> trial.get(X));

    assertThat(found.complete()).hasSize(3);
  }

  /** An interrupted thread can lock no file. */
  @Test
  void aFunctionThatIsInterruptedAsItReportsIsKeptAllTheSame(@TempDir Path folder) {
    Tuner tuner = Tuner.using(randomSearch()).storage(journal(folder.resolve("study.log")));

    SearchResult found =
        tuner.minimize(
            PLAN,
            trial -> {
              Thread.currentThread().interrupt();
              assertThat(trial.report(1, 0.5)).isFalse();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return 0.5;
            });

    assertThat(found.complete()).hasSize(3).allMatch(trial -> trial.reports().size() == 1);
    assertThat(tuner.minimize(PLAN, trial -> 7).fingerprint()).isEqualTo(found.fingerprint());
  }

  @Test
  void aFunctionMayEndItsTrialItself() {
    SearchResult found =
        Tuner.using(randomSearch())
            .minimize(
                PLAN,
                trial -> {
                  trial.fail(new Outcome(Outcome.Kind.OUT_OF_MEMORY, "too wide"));
                  return 0;
                });

    assertThat(found.trials())
        .extracting(trial -> trial.outcome().orElseThrow().toString())
        .containsOnly("OUT_OF_MEMORY (too wide)");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whatAFunctionThrowsAfterItsTimeDoesNotCount(Error thrown) {
    AtomicInteger calls = new AtomicInteger();

    SearchResult found =
        Tuner.using(randomSearch())
            .retries(3)
            .minimize(
                PLAN.trials(1).trialTimeLimit(Duration.ofMillis(100)),
                trial -> {
                  calls.incrementAndGet();
                  work(Duration.ofMillis(400));
                  throw thrown;
                });

    assertThat(found.trials().get(0).outcome())
        .contains(new Outcome(Outcome.Kind.TIMED_OUT, "told to end, it threw " + thrown));
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void aFunctionIsNotCalledAgainOnceTheSearchIsOver(Error thrown) {
    AtomicInteger calls = new AtomicInteger();

    SearchResult found =
        Tuner.using(randomSearch())
            .retries(Integer.MAX_VALUE)
            .minimize(
                PLAN.timeLimit(Duration.ofMillis(300)),
                trial -> {
                  calls.incrementAndGet();
                  work(Duration.ofMillis(20));
                  throw thrown;
                });

    assertThat(found.stopCause()).isEqualTo(StopCause.TIME_UP);
    assertThat(found.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
    assertThat(calls).hasValueLessThan(100);
  }

  static Stream<Error> errors() {
    return Stream.of(new AssertionError("late"), new OutOfMemoryError("late"));
  }

  /** Does not notice that it is interrupted. */
  private static void work(Duration time) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos()) {
      Thread.onSpinWait();
    }
  }

  private static double blocked() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      throw new IllegalStateException("interrupted", told);
    }
    return 0;
  }
}
