package dev.lamina.search;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What ends a search before its last trial: its time, which begins now, or somebody. */
final class EarlyEnd {

  private final long start = System.nanoTime();
  private final long most;
  private final BooleanSupplier cancelled;

  /**
   * After this time, or as soon as it is cancelled.
   *
   * @param cancelled whether it is, which must not take long to say
   */
  EarlyEnd(Optional<Duration> time, BooleanSupplier cancelled) {
    this.most = time.map(TimeUnit.NANOSECONDS::convert).orElse(Long.MAX_VALUE);
    this.cancelled = cancelled;
  }

  /** Why the search is to end, if it is. */
  Optional<StopCause> cause() {
    if (cancelled.getAsBoolean()) {
      return Optional.of(StopCause.CANCELLED);
    }
    return System.nanoTime() - start > most ? Optional.of(StopCause.TIME_UP) : Optional.empty();
  }
}
