package dev.lamina.search.storage;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.search.trial.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every place where studies are kept does. */
interface StorageContract {

  Instant START = Instant.parse("2026-01-02T03:04:05.123456789Z");

  Worker WORKER = new Worker("here", 17, 1_700_000_000_123L, "worker-1");

  List<Param<?>> PARAMS =
      List.of(
          real("x", -5, 5),
          real("rate", 1e-4, 1e-1).log(),
          real("share", 0, 1).step(0.1),
          integer("width", 16, 64).step(16),
          choice("kind", "a\"b", "ü"),
          flag("deep"));

  StudyRecord STUDY =
      new StudyRecord("digits", PARAMS, List.of(Goal.MINIMIZE), Map.of("seed", "7"));

  /** The place, the same in each call of a test, and empty when the test begins. */
  Storage storage();

  @Test
  default void aClaimedTrialIsThereWithAllThatIsKnownOfIt() {
    TrialRecord begun = trial(0, Map.of("x", 0.1 + 0.2, "rate", 1e-3, "kind", 1.0));

    try (StudyStore store = storage().open(STUDY)) {
      assertThat(store.claim(trials -> Optional.of(begun))).contains(begun);

      assertThat(store.trials()).containsExactly(begun);
    }
  }

  @Test
  default void nothingIsWrittenWhereNothingIsClaimed() {
    try (StudyStore store = storage().open(STUDY)) {
      assertThat(store.claim(trials -> Optional.empty())).isEmpty();

      assertThat(store.trials()).isEmpty();
    }
  }

  @Test
  default void aDecisionSeesAllTrials() {
    List<Integer> seen = new ArrayList<>();

    try (StudyStore store = storage().open(STUDY)) {
      for (int number = 0; number < 3; number++) {
        assertThat(
                store.claim(
                    trials -> {
                      seen.add(trials.size());
                      return Optional.of(trial(trials.size(), Map.of("x", 1.0)));
                    }))
            .isPresent();
      }
    }

    assertThat(seen).containsExactly(0, 1, 2);
  }

  @Test
  default void aDecisionThatFailsClaimsNothingAndBlocksNobody() {
    try (StudyStore store = storage().open(STUDY)) {
      assertThatThrownBy(
              () ->
                  store.claim(
                      trials -> {
                        throw new IllegalStateException("no idea");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no idea");

      assertThat(store.trials()).isEmpty();
      assertThat(claimed(store, 0)).isEqualTo(trial(0, Map.of("x", 0.0)));
    }
  }

  @Test
  default void reportsOfAnyKindAreKept() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord reported =
          claimed(store, 0)
              .reported(1, 0.1)
              .reported(2, Double.NaN)
              .reported(3, Double.POSITIVE_INFINITY)
              .reported(10, Double.NEGATIVE_INFINITY)
              .reported(4, -0.0);

      assertThat(store.update(reported)).isTrue();
      assertThat(store.trials()).containsExactly(reported);
      TrialRecord corrected = reported.reported(2, Double.MIN_VALUE);
      assertThat(store.update(corrected)).isTrue();
      assertThat(store.trials()).containsExactly(corrected);
    }
  }

  @Test
  default void aSignOfLifeIsKept() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord seen = claimed(store, 0).seen(START.plusSeconds(15));

      assertThat(store.update(seen)).isTrue();

      assertThat(store.trials()).containsExactly(seen);
    }
  }

  @Test
  default void eachOutcomeIsKept() {
    try (StudyStore store = storage().open(STUDY)) {
      List<TrialRecord> expected = new ArrayList<>();
      for (Outcome.Kind kind : Outcome.Kind.values()) {
        TrialRecord begun = claimed(store, expected.size()).reported(1, 0.5);
        List<Double> values = kind == Outcome.Kind.COMPLETE ? List.of(0.1 + 0.7) : List.of();
        Outcome outcome = new Outcome(kind, "line 1\nline \"2\" ü\0");
        TrialRecord ended = begun.ended(outcome, values, START.plusMillis(1500));
        assertThat(store.update(ended)).isTrue();
        expected.add(ended);
      }

      assertThat(store.trials()).isEqualTo(expected);
    }
  }

  @Test
  default void allObjectivesAreKeptInTheirOrder() {
    StudyRecord several =
        new StudyRecord("two", PARAMS, List.of(Goal.MINIMIZE, Goal.MAXIMIZE), Map.of());

    try (StudyStore store = storage().open(several)) {
      TrialRecord ended = claimed(store, 0).ended(Outcome.complete(), List.of(3.0, -1e-300), START);
      assertThat(store.update(ended)).isTrue();

      assertThat(store.trials().get(0).values()).containsExactly(3.0, -1e-300);
    }
  }

  @Test
  default void aTrialThatIsDoneStaysAsItIs() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord begun = claimed(store, 0);
      TrialRecord ended = begun.ended(Outcome.complete(), List.of(1.0), START);
      assertThat(store.update(ended)).isTrue();

      assertThat(store.update(begun.reported(1, 2))).isFalse();
      assertThat(store.update(begun.ended(Outcome.complete(), List.of(2.0), START))).isFalse();

      assertThat(store.trials()).containsExactly(ended);
    }
  }

  @Test
  default void aReleasedTrialWaitsAndIsBegunAnewWithoutItsReports() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord reported = claimed(store, 0).reported(1, 0.5);
      assertThat(store.update(reported)).isTrue();

      assertThat(store.update(reported.released())).isTrue();
      assertThat(store.trials().get(0).state()).isEqualTo(TrialState.WAITING);
      assertThat(store.update(reported.reported(2, 0.5))).isFalse();
      TrialRecord again = takenOver(store, 0, "worker-2");

      assertThat(store.trials()).containsExactly(again);
      assertThat(again.reports()).isEmpty();
      assertThat(again.choices()).isEqualTo(reported.choices());
    }
  }

  @Test
  default void aWorkerWhoseTrialWasTakenOverWritesNothing() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord lost = claimed(store, 0).reported(1, 0.5);
      TrialRecord taken = takenOver(store, 0, "worker-2").reported(1, 0.25);
      assertThat(store.update(taken)).isTrue();

      assertThat(store.update(lost.reported(2, 0.5))).isFalse();
      assertThat(store.update(lost.seen(START.plusSeconds(99)))).isFalse();
      assertThat(store.update(lost.released())).isFalse();
      assertThat(store.update(lost.ended(Outcome.complete(), List.of(1.0), START))).isFalse();

      assertThat(store.trials()).containsExactly(taken);
    }
  }

  @Test
  default void aTrialThatIsTriedOnceMoreForgetsItsReports() {
    try (StudyStore store = storage().open(STUDY)) {
      TrialRecord first = claimed(store, 0).reported(1, 0.5).reported(2, 0.5);
      assertThat(store.update(first)).isTrue();
      TrialRecord second = first.begunAnew(first.claim(), START.plusSeconds(5)).reported(1, 0.25);

      assertThat(store.update(second)).isTrue();

      assertThat(store.trials()).containsExactly(second);
    }
  }

  @Test
  default void manyThreadsClaimEachTrialOnce() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);

    try (StudyStore store = storage().open(STUDY)) {
      List<Future<List<Integer>>> claims = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        claims.add(
            threads.submit(
                () -> {
                  start.await();
                  return claimedNumbers(store, 10);
                }));
      }
      start.countDown();
      List<Integer> all = new ArrayList<>();
      for (Future<List<Integer>> each : claims) {
        all.addAll(each.get());
      }

      assertThat(all).doesNotHaveDuplicates().hasSize(40);
      assertThat(store.trials()).extracting(TrialRecord::number).isSorted().hasSize(40);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The next trial, begun. */
  static TrialRecord claimed(StudyStore store, int number) {
    return store
        .claim(trials -> Optional.of(trial(trials.size(), Map.of("x", (double) number))))
        .orElseThrow();
  }

  /** A trial that this other worker takes. */
  static TrialRecord takenOver(StudyStore store, int number, String worker) {
    Claim claim = new Claim(new Worker("there", 4, 0, worker), START.plusSeconds(60));
    return store
        .claim(trials -> Optional.of(trials.get(number).begunAnew(claim, START.plusSeconds(61))))
        .orElseThrow();
  }

  /** A trial that runs. */
  static TrialRecord trial(int number, Map<String, Double> choices) {
    return TrialRecord.begun(number, choices, new Claim(WORKER, START.plusNanos(1)), START);
  }

  private static List<Integer> claimedNumbers(StudyStore store, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int claim = 0; claim < count; claim++) {
      numbers.add(claimed(store, claim).number());
    }
    return numbers;
  }
}
