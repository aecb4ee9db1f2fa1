package dev.lamina.search;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.storage.Storage;
import dev.lamina.search.storage.StudyStore;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A search that its caller drives: ask for a trial, try what it says, tell how it went.
 *
 * <pre>{@code
 * RealParam x = real("x", -5, 5);
 * try (Study study = Tuner.using(randomSearch()).study(search(x).trials(20), Goal.MINIMIZE)) {
 *   for (Optional<ActiveTrial> next = study.ask(); next.isPresent(); next = study.ask()) {
 *     ActiveTrial trial = next.get();
 *     trial.complete(Math.pow(trial.get(x) - 2, 2));
 *   }
 * }
 * }</pre>
 *
 * <p>It ends by the limits of the plan, and when what {@link Tuner#stopOn} was given is cancelled:
 * trials that run then are told by {@link ActiveTrial#report} and {@link ActiveTrial#shouldEnd}.
 *
 * <p>For use by several threads, and where the storage allows it by several processes.
 */
public final class Study implements AutoCloseable {

  private static final long POLL_NANOSECONDS = 20_000_000;

  private final StudySetup setup;
  private final StudyStore store;
  private final Claims claims;
  private final EarlyEnd earlyEnd;
  private final Worker process = Worker.here();
  private final Pulse pulse;
  private volatile Optional<StopCause> stopCause = Optional.empty();
  private long news;

  /** What cannot be searched is refused before it is kept: it will be mended, and another study. */
  Study(StudySetup setup, Storage storage, Duration silence, BooleanSupplier cancelled) {
    this.setup = setup;
    this.claims = new Claims(setup, silence);
    this.store = storage.open(setup.record());
    // Its time begins once it is there: reading a large one may take a while.
    this.earlyEnd = new EarlyEnd(setup.plan().limits().time(), cancelled);
    this.pulse = new Pulse(silence.dividedBy(4), earlyEnd);
  }

  /**
   * The next trial, or none if the study is over.
   *
   * <p>Waits while trials run on whose results the next choice depends, and at the end for those
   * that others run, which might not end them.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Optional<ActiveTrial> ask() throws InterruptedException {
    while (stopCause.isEmpty()) {
      long before = news();
      Optional<ActiveTrial> claimed = poll();
      if (claimed.isPresent()) {
        return claimed;
      }
      awaitNews(before);
    }
    return Optional.empty();
  }

  /** The next trial if there is one to do now: what {@link #ask} waits for may come later. */
  public Optional<ActiveTrial> poll() {
    earlyEnd.cause().ifPresent(this::stop);
    if (stopCause.isPresent()) {
      return Optional.empty();
    }
    Optional<ActiveTrial> claimed = claim();
    if (claimed.isEmpty()) {
      claims.over().ifPresent(this::stop);
    }
    return claimed;
  }

  /** Gives no other trial; those that run go on. */
  public synchronized void stop(StopCause cause) {
    Requirement.of("stop", cause).present("cause", cause);
    stopCause = stopCause.or(() -> Optional.of(cause));
    wake();
  }

  /** Why no other trial is given, if so. */
  public Optional<StopCause> stopCause() {
    return stopCause;
  }

  /** All trials so far, in the order of their numbers. */
  public List<Trial> trials() {
    return store.trials().stream().map(each -> new Trial(setup, each)).toList();
  }

  /**
   * Gives no other trial, gives back those that run, and ends signs of life, and what keeps the
   * study.
   */
  @Override
  public void close() {
    stop(StopCause.CANCELLED);
    try (store) {
      pulse.close();
    }
  }

  /**
   * A worker has one trial: a claim tells one turn at a trial from the next one of this process.
   */
  private Optional<ActiveTrial> claim() {
    Worker worker = process.another();
    Claims.Question question = claims.question(new Claim(worker, Instant.now()));
    Optional<ActiveTrial> trial = Optional.empty();
    try {
      trial = store.claim(question::answer).map(claimed -> active(claimed, question, worker));
      trial.ifPresent(pulse::add);
      return trial;
    } finally {
      if (trial.isEmpty()) {
        claims.done(worker);
      }
    }
  }

  private ActiveTrial active(TrialRecord claimed, Claims.Question question, Worker worker) {
    return new ActiveTrial(setup, store, claimed, question.peers(), trial -> ended(trial, worker));
  }

  private void ended(ActiveTrial trial, Worker worker) {
    claims.done(worker);
    pulse.remove(trial);
    wake();
  }

  private synchronized void wake() {
    news++;
    notifyAll();
  }

  private synchronized long news() {
    return news;
  }

  /** Other processes wake nobody here, so one looks again now and then. */
  private synchronized void awaitNews(long before) throws InterruptedException {
    long end = System.nanoTime() + POLL_NANOSECONDS;
    long left = POLL_NANOSECONDS;
    while (news == before && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }
}
