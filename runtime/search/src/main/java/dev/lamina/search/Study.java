package dev.lamina.search;

import dev.lamina.search.storage.StudyStore;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * <p>For use by several threads, and where the storage allows it by several processes.
 */
public final class Study implements AutoCloseable {

  private static final long POLL_MILLISECONDS = 20;

  private final StudySetup setup;
  private final StudyStore store;
  private final Claims claims;
  private final Worker worker = Worker.here();
  private final Pulse pulse;
  private volatile Optional<StopCause> stopCause = Optional.empty();

  Study(StudySetup setup, StudyStore store, Duration silence) {
    this.setup = setup;
    this.store = store;
    this.claims = new Claims(setup, silence);
    this.pulse = new Pulse(silence.dividedBy(4));
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
      Optional<ActiveTrial> claimed = claim();
      if (claimed.isPresent()) {
        return claimed;
      }
      stopCause = stopCause.or(claims::over);
      if (stopCause.isEmpty()) {
        await();
      }
    }
    return Optional.empty();
  }

  /** Gives no other trial; those that run go on. */
  public void stop(StopCause cause) {
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

  /** Ends signs of life, and what keeps the study. */
  @Override
  public void close() {
    pulse.close();
    store.close();
  }

  private Optional<ActiveTrial> claim() {
    Claims.Question question = claims.question(new Claim(worker, Instant.now()));
    Optional<TrialRecord> record = store.claim(question::answer);
    return record.map(
        claimed -> {
          ActiveTrial trial =
              new ActiveTrial(setup, store, claimed, question.peers(claimed), this::ended);
          pulse.add(trial);
          return trial;
        });
  }

  private void ended(ActiveTrial trial) {
    pulse.remove(trial);
    wake();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Other processes wake nobody here, so one looks again now and then. */
  private synchronized void await() throws InterruptedException {
    wait(POLL_MILLISECONDS);
  }
}
