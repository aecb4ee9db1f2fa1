package dev.lamina.search.arbiter;

import dev.lamina.search.sampler.Ask;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks generators for trials: a new one that has gone through all trials before, or one that has
 * gone through some of them already, which is the same but for the time it takes.
 */
final class Replays {

  private final GeneratorFactory factory;
  private final AtomicReference<Optional<Replay>> last = new AtomicReference<>(Optional.empty());

  Replays(GeneratorFactory factory) {
    this.factory = factory;
  }

  /** What the generator proposes. */
  Optional<double[]> propose(Ask ask) {
    Replay replay =
        last.getAndSet(Optional.empty())
            .filter(before -> before.leadsTo(ask))
            .orElseGet(() -> new Replay(ask, factory));
    Optional<double[]> point = replay.next(ask);
    last.set(Optional.of(replay));
    return point;
  }
}
