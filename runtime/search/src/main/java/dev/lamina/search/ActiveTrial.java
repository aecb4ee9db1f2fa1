package dev.lamina.search;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.pruner.Progress;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Pick;
import dev.lamina.search.storage.StudyStore;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A trial that is to be done: what to try, and whom to tell how it goes.
 *
 * <p>It ends with one of {@link #complete}, {@link #prune}, {@link #fail} and {@link #release};
 * what comes after is refused.
 */
public final class ActiveTrial implements Choices {

  private static final Logger LOG = LoggerFactory.getLogger(ActiveTrial.class);

  private final StudySetup setup;
  private final StudyStore store;
  private final List<Observation> peers;
  private final Consumer<ActiveTrial> whenEnded;
  private final Pick pick;
  private final Cancellation cancellation = Cancellation.create();
  private TrialRecord record;
  private boolean ended;
  private volatile Instant started;
  private volatile boolean late;

  ActiveTrial(
      StudySetup setup,
      StudyStore store,
      TrialRecord record,
      List<Observation> peers,
      Consumer<ActiveTrial> whenEnded) {
    this.setup = setup;
    this.store = store;
    this.record = record;
    this.started = record.started();
    this.peers = peers;
    this.whenEnded = whenEnded;
    this.pick = new Pick(setup.space(), setup.space().point(record.choices()));
  }

  /** Which trial, counted from 0. */
  public synchronized int number() {
    return record.number();
  }

  /** The seed of what it does: the same in each run of the study. */
  public long seed() {
    return TrialSeeds.training(setup.plan().seed(), number());
  }

  @Override
  public <T> T get(Param<T> param) {
    return pick.get(param);
  }

  /**
   * Tells how it is going.
   *
   * @param step how far it is, such as the epoch counted from 1; a later report of the same step
   *     takes the place of the first
   * @param value the first objective as it is now
   * @return whether it should end now: since the pruner says so, its time is over, or somebody else
   *     is at it
   */
  public synchronized boolean report(int step, double value) {
    requireRunning("report");
    Requirement.of("report", step, value)
        .atLeast(0, "step", step, "count epochs or other steps from 0 or 1");
    record = record.reported(step, value);
    boolean isOurs = store.update(record);
    if (!isOurs || late || cancellation.isCancelled()) {
      return true;
    }
    return prunes();
  }

  /** Whether the pruner wants it to end, by what was reported so far. */
  synchronized boolean prunes() {
    return !record.reports().isEmpty() && setup.pruner().prunes(progress());
  }

  /**
   * Ends it with a value for each objective, in their order. Where one is not finite, it has
   * diverged.
   */
  public void complete(double... values) {
    Requirement.of("complete", Arrays.toString(values))
        .that(
            values.length == setup.goals().size(),
            "values",
            "one for each of " + setup.goals().size() + " objectives",
            values.length,
            "give the values in the order of the objectives");
    boolean isFinite = DoubleStream.of(values).allMatch(Double::isFinite);
    Outcome outcome =
        isFinite
            ? Outcome.complete()
            : new Outcome(Outcome.Kind.DIVERGED, "values " + Arrays.toString(values));
    end(outcome, isFinite ? DoubleStream.of(values).boxed().toList() : List.of());
  }

  /** Ends it early; the last report stands for its value. */
  public void prune() {
    end(new Outcome(Outcome.Kind.PRUNED, "at step " + lastStep()), List.of());
  }

  /** Ends it without a value. */
  public void fail(Outcome outcome) {
    Requirement.of("fail", outcome).present("outcome", outcome);
    end(outcome, List.of());
  }

  /** Gives it back undone: it is the next that a worker gets. */
  public synchronized void release() {
    requireRunning("release");
    ended = true;
    write(record.released());
  }

  /** Gives it back if it still runs: whoever had it told nothing of its end. */
  synchronized void abandon() {
    if (!ended) {
      release();
    }
  }

  /** Forgets what was reported, to be done once more. */
  synchronized void startAgain() {
    requireRunning("startAgain");
    record = record.begunAnew(record.claim(), Instant.now());
    started = record.started();
  }

  /** Whether it is complete, and no complete trial is better; of equals the first is best. */
  boolean isBest() {
    return store.trials().stream()
        .filter(each -> each.state() == TrialState.COMPLETE)
        .min(Comparator.comparingDouble(each -> setup.loss(0, each.values().get(0))))
        .filter(best -> best.number() == number())
        .isPresent();
  }

  /** What ends a training of this trial from outside. */
  Cancellation cancellation() {
    return cancellation;
  }

  /** Whether it took longer than a trial may. */
  boolean isLate() {
    return late;
  }

  /** Gives a sign of life. */
  synchronized void beat(Instant now) {
    if (!ended) {
      record = record.seen(now);
      if (!store.update(record)) {
        cancellation.cancel();
      }
    }
  }

  /** Looks at the clock: not at the trial's own lock, which a report may hold for a while. */
  void look(Instant now) {
    Optional<Duration> most = setup.plan().limits().trialTime();
    if (most.isPresent() && Duration.between(started, now).compareTo(most.get()) > 0) {
      late = true;
      cancellation.cancel();
    }
  }

  /** Whether it has ended, or was given back. */
  synchronized boolean isEnded() {
    return ended;
  }

  /** As it is now. */
  synchronized Trial trial() {
    return new Trial(setup, record);
  }

  private Progress progress() {
    return new Progress(
        setup.name(), record.number(), setup.losses(record.reports()), peers, setup.goals().get(0));
  }

  private synchronized int lastStep() {
    return record.reports().isEmpty() ? 0 : record.reports().lastKey();
  }

  private synchronized void end(Outcome outcome, List<Double> values) {
    requireRunning("end");
    ended = true;
    record = record.ended(outcome, values, Instant.now());
    write(record);
  }

  /** Where somebody else took it over, theirs counts: it is the same trial. */
  private void write(TrialRecord last) {
    try {
      if (!store.update(last)) {
        LOG.info("Trial {} was taken over by another worker", last.number());
      }
    } finally {
      whenEnded.accept(this);
    }
  }

  private void requireRunning(String call) {
    Requirement.of(call)
        .that(!ended, "trial " + record.number(), "running", "ended", "ask for another trial");
  }
}
