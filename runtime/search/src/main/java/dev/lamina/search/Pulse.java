package dev.lamina.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives signs of life for the trials that run here, and ends those that take too long. */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private static final long LOOK = 20;

  private final Set<ActiveTrial> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Pulse::thread);

  Pulse(Duration every) {
    long distance = Math.max(1, every.toMillis());
    clock.scheduleAtFixedRate(this::beat, distance, distance, TimeUnit.MILLISECONDS);
    clock.scheduleAtFixedRate(this::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
  }

  void add(ActiveTrial trial) {
    running.add(trial);
  }

  void remove(ActiveTrial trial) {
    running.remove(trial);
  }

  /** Trials that still run are given back. */
  @Override
  public void close() {
    clock.shutdownNow();
    Set.copyOf(running).forEach(ActiveTrial::abandon);
  }

  private void look() {
    running.forEach(trial -> trial.look(Instant.now()));
  }

  /** A storage that cannot be reached now may be when the next sign is due. */
  private void beat() {
    for (ActiveTrial trial : running) {
      try {
        trial.beat(Instant.now());
      } catch (RuntimeException unreachable) {
        LOG.warn("No sign of life of trial {} could be written", trial.number(), unreachable);
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lamina-search-pulse");
    thread.setDaemon(true);
    return thread;
  }
}
