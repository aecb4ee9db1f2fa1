package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.storage.Storages;
import dev.lamina.search.storage.StudyStore;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.search.trial.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of trials whose workers are gone, silent, or come back. */
@Timeout(60)
class AbandonedTrialTest {

  private static final RealParam X = real("x", -5, 5);

  private static final Worker ELSEWHERE = new Worker("elsewhere", 17, 0, "other");

  @Test
  void aWorkerOfAnotherMachineThatWasSilentForLongerIsTakenOver() throws InterruptedException {
    try (Study study = study(begunElsewhere(Duration.ofMinutes(2)), Duration.ofMinutes(1))) {
      ActiveTrial trial = study.ask().orElseThrow();

      assertThat(trial.number()).isZero();
      assertThat(trial.get(X)).isEqualTo(1.25);
    }
  }

  @Test
  void aWorkerOfAnotherMachineThatGaveASignOfLifeIsLeftAlone() throws InterruptedException {
    try (Study study = study(begunElsewhere(Duration.ofSeconds(30)), Duration.ofMinutes(1))) {
      assertThat(study.ask().orElseThrow().number()).isOne();
    }
  }

  @Test
  void aProcessOfThisMachineThatHasEndedIsTakenOverAtOnce() throws InterruptedException {
    Worker here = Worker.here();
    Worker ended = new Worker(here.host(), here.process(), here.started() + 1000, "ended");

    try (Study study = study(begunBy(ended, Duration.ZERO), Duration.ofHours(1))) {
      assertThat(study.ask().orElseThrow().number()).isZero();
    }
  }

  @Test
  void aProcessOfTheSameNumberOnAnotherMachineIsNotTakenForOneHere() throws InterruptedException {
    Worker other = new Worker("elsewhere", Integer.MAX_VALUE, 1, "other");

    try (Study study = study(begunBy(other, Duration.ZERO), Duration.ofHours(1))) {
      assertThat(study.ask().orElseThrow().number()).isOne();
    }
  }

  @Test
  void aWorkerWhoseTrialWasTakenOverIsToldToEndAndWritesNothing() throws InterruptedException {
    Hooked hooked = new Hooked(store -> {});
    try (Study study = study(hooked, Duration.ofHours(1))) {
      ActiveTrial trial = study.ask().orElseThrow();
      Claim claim = new Claim(ELSEWHERE, Instant.now());
      Instant now = Instant.now();
      assertThat(hooked.claim(trials -> Optional.of(trials.get(0).begunAnew(claim, now))))
          .isPresent();

      assertThat(trial.report(1, 0.5)).isTrue();
      trial.complete(0.5);

      TrialRecord kept = study.trials().get(0).record();
      assertThat(kept.state()).isEqualTo(TrialState.RUNNING);
      assertThat(kept.claim()).isEqualTo(claim);
      assertThat(kept.reports()).isEmpty();
    }
  }

  @Test
  void aTrialIsNotTakenFromAWorkerHereWhoseSignsOfLifeAreLost() throws InterruptedException {
    Hooked silent = new Hooked(store -> {});
    silent.losesUpdates = true;

    Study study = study(silent, Duration.ofMillis(1));
    List<Integer> numbers = new ArrayList<>();
    for (int ask = 0; ask < 5; ask++) {
      numbers.add(study.ask().orElseThrow().number());
      Instant start = Instant.now();
      while (Duration.between(start, Instant.now()).toMillis() < 3) {
        Thread.onSpinWait();
      }
    }
    study.close();

    assertThat(numbers).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aReleasedTrialIsTheNextOne() throws InterruptedException {
    try (Study study = study(new Hooked(store -> {}), Duration.ofHours(1))) {
      ActiveTrial first = study.ask().orElseThrow();
      double x = first.get(X);
      assertThat(study.ask().orElseThrow().number()).isOne();

      first.release();
      ActiveTrial again = study.ask().orElseThrow();

      assertThat(again.number()).isZero();
      assertThat(again.get(X)).isEqualTo(x);
      assertThatThrownBy(() -> first.complete(1)).hasMessageContaining("trial 0");
      again.complete(1);
      assertThat(study.trials().get(0).value()).hasValue(1);
    }
  }

  @Test
  void aStorageThatAsksTwiceGetsOneTrial() throws InterruptedException {
    Hooked twice = new Hooked(store -> {});
    twice.asksTwice = true;

    try (Study study = study(twice, Duration.ofHours(1))) {
      assertThat(study.ask().orElseThrow().number()).isZero();
      assertThat(study.ask().orElseThrow().number()).isOne();

      assertThat(study.trials()).hasSize(2);
    }
  }

  @Test
  void aTrialWhoseEndCouldNotBeWrittenIsDoneAgain() throws InterruptedException {
    Hooked failing = new Hooked(store -> {});

    try (Study study = study(failing, Duration.ofMillis(1))) {
      ActiveTrial trial = study.ask().orElseThrow();
      failing.refusesUpdates = true;
      assertThatThrownBy(() -> trial.complete(1)).hasMessage("no connection");
      failing.refusesUpdates = false;
      Instant start = Instant.now();
      while (Duration.between(start, Instant.now()).toMillis() < 3) {
        Thread.onSpinWait();
      }

      assertThat(study.ask().orElseThrow().number()).isZero();
    }
  }

  @Test
  void aReportThatCouldNotBeKeptMakesNoTrialFail() {
    Hooked failing = new Hooked(store -> {});
    Tuner tuner = Tuner.using(randomSearch()).storage(opened -> failing);

    assertThatThrownBy(() -> tuner.minimize(search(X).trials(2), failing::refuseReport))
        .hasMessage("Trial 0 could not be kept")
        .hasRootCauseMessage("no connection");
    assertThat(failing.trials()).extracting(TrialRecord::state).containsExactly(TrialState.WAITING);

    assertThat(tuner.minimize(search(X).trials(2), trial -> trial.get(X)).complete()).hasSize(2);
  }

  @RepeatedTest(10)
  void aWorkerThatFailsEndsTheSearchOfTheOthers() {
    Hooked failing = new Hooked(store -> {});
    Tuner tuner = Tuner.using(randomSearch()).parallel(2).storage(opened -> failing);

    assertThatThrownBy(
            () ->
                tuner.minimize(
                    search(X).trials(20),
                    trial -> trial.number() == 0 ? endless(trial) : failing.refuseReport(trial)))
        .hasMessage("Trial 1 could not be kept");

    assertThat(failing.trials())
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.WAITING, TrialState.WAITING);
  }

  @Test
  void aSilenceThatNoClockCountsIsRefused() {
    assertThatThrownBy(() -> Tuner.using(randomSearch()).abandonedAfter(Duration.ofNanos(999_999)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`silence` must be a millisecond or longer but is PT0.000999999S.");
  }

  private static Study study(Hooked store, Duration silence) {
    return Tuner.using(randomSearch())
        .storage(opened -> store)
        .abandonedAfter(silence)
        .study(search(X).trials(20).seed(3), Goal.MINIMIZE);
  }

  private static double endless(ActiveTrial trial) {
    while (!trial.shouldEnd()) {
      Thread.onSpinWait();
    }
    return 0;
  }

  private static Hooked begunElsewhere(Duration ago) {
    return begunBy(ELSEWHERE, ago);
  }

  private static Hooked begunBy(Worker worker, Duration ago) {
    Instant seen = Instant.now().minus(ago);
    TrialRecord begun = TrialRecord.begun(0, Map.of("x", 1.25), new Claim(worker, seen), seen);
    return new Hooked(store -> assertThat(store.claim(none -> Optional.of(begun))).isPresent());
  }

  /** A study in memory that a test reaches too, and whose connection may be lost. */
  private static final class Hooked implements StudyStore {

    private final StudyStore store =
        Storages.inMemory().open(new StudyRecord("study", List.of(), List.of(), Map.of()));
    private volatile boolean refusesUpdates;
    private volatile boolean losesUpdates;
    private volatile boolean asksTwice;

    Hooked(Consumer<StudyStore> before) {
      before.accept(store);
    }

    /** Has no connection for as long as a trial reports. */
    double refuseReport(ActiveTrial trial) {
      refusesUpdates = true;
      try {
        return trial.report(1, 0.5) ? 1 : 0;
      } finally {
        refusesUpdates = false;
      }
    }

    @Override
    public List<TrialRecord> trials() {
      return store.trials();
    }

    @Override
    public Optional<TrialRecord> claim(
        Function<List<TrialRecord>, Optional<TrialRecord>> decision) {
      Optional<TrialRecord> first = store.claim(decision);
      return asksTwice ? store.claim(decision) : first;
    }

    @Override
    public boolean update(TrialRecord trial) {
      if (refusesUpdates) {
        throw new IllegalStateException("no connection");
      }
      return losesUpdates || store.update(trial);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
