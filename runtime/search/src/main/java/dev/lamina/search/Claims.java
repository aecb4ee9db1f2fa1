package dev.lamina.search;

import dev.lamina.search.space.Observation;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.search.trial.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Decides which trial a worker does next: one that was left lying, or a new one. */
final class Claims {

  private final StudySetup setup;
  private final History history;
  private final Candidates candidates;
  private final Duration silence;
  private final Set<Worker> here = ConcurrentHashMap.newKeySet();
  private volatile Optional<StopCause> over = Optional.empty();

  Claims(StudySetup setup, Duration silence) {
    this.setup = setup;
    this.history = new History(setup);
    this.candidates = new Candidates(setup, history);
    this.candidates.requireAny();
    this.silence = silence;
  }

  /** Why there will be no other trial, once this was found. */
  Optional<StopCause> over() {
    return over;
  }

  /** Asks for a trial for this claim, whose worker is at work here until it is {@link #done}. */
  Question question(Claim claim) {
    here.add(claim.worker());
    return new Question(claim);
  }

  /** This worker got no trial, or is done with it. */
  void done(Worker worker) {
    here.remove(worker);
  }

  /** One question, which is put while nobody else can claim a trial. */
  final class Question {

    private final Claim claim;
    private List<TrialRecord> trials = List.of();
    private List<Observation> peers = List.of();

    private Question(Claim claim) {
      this.claim = claim;
    }

    /** The trial to do, or none: for now, or for ever if {@link Claims#over} says why. */
    Optional<TrialRecord> answer(List<TrialRecord> now) {
      trials = now;
      history.update(now);
      Optional<TrialRecord> left = now.stream().filter(this::isLeft).findFirst();
      Optional<TrialRecord> claimed =
          left.isPresent() ? left.map(trial -> trial.begunAnew(claim, claim.seen())) : next();
      peers = claimed.map(this::peersOf).orElse(List.of());
      return claimed;
    }

    /** The trials with which the claimed one may be compared. */
    List<Observation> peers() {
      return peers;
    }

    private List<Observation> peersOf(TrialRecord claimed) {
      int visible = setup.pruner().visible(claimed.number(), setup.plan().window());
      return history.first(Math.min(visible, claimed.number()), visible);
    }

    private boolean isLeft(TrialRecord trial) {
      return trial.state() == TrialState.WAITING
          || (trial.state() == TrialState.RUNNING && isAbandoned(trial.claim()));
    }

    /** A storage that lost its connection asks again, and may have kept what was answered first. */
    private boolean isAbandoned(Claim by) {
      Worker worker = claim.worker();
      return by.worker().equals(worker)
          || (!here.contains(by.worker())
              && by.worker().isGone(worker, by.seen(), claim.seen(), silence));
    }

    private Optional<TrialRecord> next() {
      int number = trials.size();
      Optional<StopCause> full = full();
      if (full.isPresent()) {
        finish(full.get());
        return Optional.empty();
      }
      if (!areDone(Math.min(number, setup.visible(number)))) {
        return Optional.empty();
      }
      if (areEpochsDone(setup.visible(number))) {
        finish(StopCause.EPOCHS_DONE);
        return Optional.empty();
      }
      Optional<Map<String, Double>> choices = candidates.next(number);
      if (choices.isEmpty()) {
        finish(StopCause.EXHAUSTED);
      }
      return choices.map(chosen -> TrialRecord.begun(number, chosen, claim, Instant.now()));
    }

    private Optional<StopCause> full() {
      return trials.size() >= setup.plan().limits().trials()
          ? Optional.of(StopCause.TRIALS_DONE)
          : Optional.empty();
    }

    /** Trials that still run may be left lying, so that it is over with the last of them only. */
    private void finish(StopCause cause) {
      if (areDone(trials.size())) {
        over = Optional.of(cause);
      }
    }

    private boolean areDone(int first) {
      return trials.stream().limit(first).allMatch(trial -> trial.state().isDone());
    }

    private boolean areEpochsDone(int visible) {
      OptionalLong most = setup.plan().limits().epochs();
      return most.isPresent() && epochsBefore(visible) >= most.getAsLong();
    }

    private long epochsBefore(int visible) {
      return trials.stream().limit(visible).mapToLong(trial -> trial.reports().size()).sum();
    }
  }
}
