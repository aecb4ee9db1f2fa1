package dev.lamina.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives signs of life for the trials that run here, and tells them to end: those that take too
 * long, and all where the search ends.
 */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Set<ActiveTrial> running = ConcurrentHashMap.newKeySet();
  private final EarlyEnd earlyEnd;
  private final Clock beats;
  private final Clock looks;

  Pulse(Duration every, EarlyEnd earlyEnd) {
    this.earlyEnd = earlyEnd;
    this.looks = Clock.every(LOOK, "lamina-search-clock", this::look);
    this.beats = Clock.every(every, "lamina-search-pulse", this::beat);
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
    beats.close();
    looks.close();
    Set.copyOf(running).forEach(ActiveTrial::abandon);
  }

  private void look() {
    boolean isOver = earlyEnd.cause().isPresent();
    for (ActiveTrial trial : running) {
      if (isOver) {
        trial.cancellation().cancel();
      }
      trial.look(Instant.now());
    }
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
}
