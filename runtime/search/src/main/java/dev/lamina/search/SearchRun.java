package dev.lamina.search;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.search.trial.Outcome;
import dev.lamina.training.Cancellation;
import dev.lamina.training.engine.NativeThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a search: workers that ask for trials and do them, until none is left. */
final class SearchRun {

  private static final Logger LOG = LoggerFactory.getLogger(SearchRun.class);

  private final TunerSettings settings;
  private final StudySetup setup;
  private final Objective objective;
  private final SearchListeners listeners;

  SearchRun(TunerSettings settings, StudySetup setup, Objective objective) {
    this.settings = settings;
    this.setup = setup;
    this.objective = objective;
    this.listeners = new SearchListeners(settings.listeners);
  }

  SearchResult run(Experiments experiments) {
    try (Study study = settings.study(setup, this::isCancelled)) {
      List<Trial> done = study.trials().stream().filter(each -> each.state().isDone()).toList();
      listeners.searchStarted(
          new SearchListener.Start(setup.name(), setup.plan(), setup.goals(), done));
      work(study);
      listeners.requireNoFailure();
      StopCause cause = study.stopCause().orElse(StopCause.CANCELLED);
      SearchResult result = new SearchResult(setup, study.trials(), cause, experiments);
      listeners.searchEnded(result);
      listeners.requireNoFailure();
      return result;
    }
  }

  /** Whatever happens, no thread of the search is left afterwards. */
  private void work(Study study) {
    int count = workers();
    ExecutorService workers = Executors.newFixedThreadPool(count, SearchRun::thread);
    NativeThreads.beginSeries();
    try (Interruption interruption = new Interruption(study)) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < count; worker++) {
        running.add(workers.submit(() -> work(study, interruption)));
      }
      join(running, interruption);
    } finally {
      NativeThreads.endSeries();
      workers.shutdown();
    }
  }

  private boolean isCancelled() {
    return settings.cancellation.isCancelled() || listeners.hasFailed();
  }

  /** Workers that could never have a trial are not begun. */
  private int workers() {
    int most = setup.mostAtOnce();
    if (most < Math.min(settings.workers, setup.plan().limits().trials())) {
      LOG.warn(
          "Search `{}`: of {} workers only {} are begun, since no more trials may run at once with"
              + " `{}` and `window({})`. Raise the window, or the population of a sampler that has"
              + " one, either of which changes what is tried; or ask for fewer workers.",
          setup.name(),
          settings.workers,
          most,
          setup.sampler(),
          setup.plan().window());
    }
    return Math.min(settings.workers, most);
  }

  /** Waits for all of them, whatever happens to one; throws what the first one threw. */
  private static void join(List<Future<?>> workers, Interruption interruption) {
    Optional<Throwable> failure = Optional.empty();
    for (Future<?> worker : workers) {
      Optional<Throwable> thrown = join(worker, interruption);
      failure = failure.or(() -> thrown);
    }
    if (failure.isPresent()) {
      throw failure.get() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A worker of the search failed", failure.get());
    }
  }

  /** A caller that is interrupted ends the search, and finds itself interrupted still. */
  private static Optional<Throwable> join(Future<?> worker, Interruption interruption) {
    boolean wasInterrupted = false;
    try {
      while (true) {
        try {
          worker.get();
          return Optional.empty();
        } catch (InterruptedException now) {
          wasInterrupted = true;
          interruption.now(StopCause.CANCELLED);
        } catch (ExecutionException failed) {
          return Optional.of(failed.getCause());
        }
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Where one worker fails the search does: others might wait for its trial for ever. */
  private void work(Study study, Interruption interruption) {
    try {
      Optional<ActiveTrial> next = study.ask();
      while (next.isPresent()) {
        run(next.get(), interruption);
        next = study.ask();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable failed) {
      interruption.now(StopCause.CANCELLED);
      throw failed;
    }
  }

  private void run(ActiveTrial trial, Interruption interruption) {
    listeners.trialStarted(trial.trial());
    int retries = settings.retries;
    Optional<Failure> failure = attempt(trial, interruption);
    while (failure.isPresent() && failure.get().mayPass() && retries > 0) {
      retries--;
      trial.startAgain();
      failure = attempt(trial, interruption);
    }
    failure.ifPresent(failed -> trial.fail(failed.outcome()));
    if (trial.trial().state().isDone()) {
      listeners.trialEnded(trial.trial());
    }
  }

  /** Other languages than Java throw exceptions that nobody has declared. */
  private Optional<Failure> attempt(ActiveTrial trial, Interruption interruption) {
    try {
      objective.run(trial, listeners, interruption.cancellation());
      return Optional.empty();
    } catch (Throwable thrown) {
      return failed(trial, thrown, interruption.cancellation());
    }
  }

  /**
   * What is thrown after the trial's end, or by a report that could not be kept, is not the
   * trial's: another time it may go well. What is thrown after it was told to end does not count,
   * and is no reason to try once more.
   */
  private static Optional<Failure> failed(ActiveTrial trial, Throwable thrown, Cancellation stop) {
    if (trial.isEnded() || trial.isLost()) {
      throw new IllegalStateException("Trial " + trial.number() + " could not be kept", thrown);
    }
    if (stop.isCancelled() || trial.cancellation().isCancelled() || trial.wasTold()) {
      LOG.debug("Trial {} was told to end", trial.number(), thrown);
      trial.endAsTold("told to end, it threw " + thrown);
      return Optional.empty();
    }
    LOG.warn("Trial {} failed", trial.number(), thrown);
    return Optional.of(new Failure(thrown));
  }

  private static Thread thread(Runnable work) {
    return new Thread(work, "lamina-search-worker");
  }

  /** How an attempt failed. */
  private record Failure(Throwable thrown) {

    /** Whether it may go well another time. */
    boolean mayPass() {
      return !(thrown instanceof InvalidDescriptionException);
    }

    Outcome outcome() {
      boolean isFull = thrown instanceof OutOfMemoryError;
      Outcome.Kind kind = isFull ? Outcome.Kind.OUT_OF_MEMORY : Outcome.Kind.FAILED;
      return new Outcome(kind, String.valueOf(thrown));
    }
  }
}
