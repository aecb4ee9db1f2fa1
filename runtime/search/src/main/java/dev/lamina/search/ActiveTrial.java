package dev.lamina.search;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.pruner.Progress;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Pick;
import dev.lamina.search.space.Space;
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
import java.util.function.Supplier;
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
  private final Interruptible calls = new Interruptible();
  private TrialRecord record;
  private boolean ended;
  private volatile Instant started;
  private volatile boolean late;
  private volatile boolean pruned;
  private volatile boolean lost;
  private volatile Optional<SearchListener> listener = Optional.empty();

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
    Space space = setup.space();
    this.pick = new Pick(space, space.point(record.choices()));
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
   *     takes the place of the first, and pruners judge by the one of the greatest step
   * @param value the first objective as it is now
   * @return whether it should end now: since the pruner says so, its time is over, the search ends,
   *     or somebody else is at it
   */
  public boolean report(int step, double value) {
    return calls.keep(
        () -> {
          boolean isOver = reported(step, value);
          listener.ifPresent(hearing -> hearing.trialReported(trial()));
          return isOver;
        });
  }

  /**
   * Whether it should end now: since its time is over, the search ends, somebody else is at it, or
   * the pruner said so of a report.
   */
  public boolean shouldEnd() {
    return calls.tell(isCancelled());
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
        .present("values", values)
        .that(
            values.length == setup.goals().size(),
            "values",
            "one for each of " + setup.goals().size() + " objectives",
            values.length,
            "give the values in the order of the objectives");
    Outcome outcome = Endings.completed(values);
    boolean isComplete = outcome.kind() == Outcome.Kind.COMPLETE;
    end(outcome, isComplete ? DoubleStream.of(values).boxed().toList() : List.of());
  }

  /**
   * Ends it early; the last report stands for its value. Where that is not finite, it has diverged.
   */
  public void prune() {
    end(Endings.pruned(trial().reports()), List.of());
  }

  /** Ends it without a value, since it failed in one of the ways that a trial fails. */
  public void fail(Outcome outcome) {
    end(Endings.failed(outcome), List.of());
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

  /**
   * Calls this with the trial, which reports to a listener, and may be interrupted on its thread
   * when it should end.
   *
   * @param end what ends the search, and this trial with it
   */
  <T> T call(Supplier<T> action, SearchListener hearing, Cancellation end) {
    listener = Optional.of(hearing);
    return calls.call(action, end);
  }

  /** Whether it was told to end before it had: what it gave since then is not worth keeping. */
  boolean wasTold() {
    return calls.wasTold();
  }

  /**
   * Ends it after it was told to.
   *
   * @param how what is said of it if its time was over
   */
  void endAsTold(String how) {
    if (late) {
      fail(new Outcome(Outcome.Kind.TIMED_OUT, how));
    } else if (pruned || prunes()) {
      prune();
    } else {
      release();
    }
  }

  /** Forgets what was reported, to be done once more. */
  synchronized void startAgain() {
    requireRunning("startAgain");
    record = record.begunAnew(record.claim(), Instant.now());
    started = record.started();
    pruned = false;
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
    if (isCancelled()) {
      calls.interrupt();
    }
  }

  /** Whether it has ended, or was given back. */
  synchronized boolean isEnded() {
    return ended;
  }

  /** Whether what it told last, a report or its end, could not be written down. */
  boolean isLost() {
    return lost;
  }

  /** As it is now. */
  synchronized Trial trial() {
    return new Trial(setup, record);
  }

  private Progress progress() {
    return new Progress(
        setup.name(), record.number(), setup.losses(record.reports()), peers, setup.goals().get(0));
  }

  private synchronized boolean reported(int step, double value) {
    requireRunning("report");
    Requirement.of("report", step, value)
        .atLeast(0, "step", step, "count epochs or other steps from 0 or 1");
    record = record.reported(step, value);
    boolean isOurs = written(record);
    pruned = pruned || prunes();
    return calls.tell(pruned || !isOurs || late || isCancelled());
  }

  private boolean isCancelled() {
    return cancellation.isCancelled() || calls.isCancelled();
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
      if (!calls.keep(() -> written(last))) {
        LOG.info("Trial {} was taken over by another worker", last.number());
      }
    } finally {
      whenEnded.accept(this);
    }
  }

  /** Writes it down if it is still this worker's; whether it is. */
  private boolean written(TrialRecord now) {
    lost = true;
    boolean isOurs = store.update(now);
    lost = false;
    return isOurs;
  }

  private void requireRunning(String call) {
    Requirement.of(call)
        .that(!ended, "trial " + record.number(), "running", "ended", "ask for another trial");
  }
}
