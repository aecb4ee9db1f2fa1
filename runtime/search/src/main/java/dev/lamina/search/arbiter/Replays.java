package dev.lamina.search.arbiter;

import dev.lamina.search.sampler.Ask;
import java.util.Optional;

/**
 * Asks generators for trials: a new one that has gone through all trials before, or one that has
 * gone through some of them already, which is the same but for the time it takes.
 */
final class Replays {

  private final GeneratorFactory factory;
  private Optional<Replay> last = Optional.empty();

  Replays(GeneratorFactory factory) {
    this.factory = factory;
  }

  /** What the generator proposes; for one thread at a time. */
  Optional<double[]> propose(Ask ask) {
    Replay replay =
        last.filter(before -> before.leadsTo(ask)).orElseGet(() -> new Replay(ask, factory));
    // One that fails has gone through half a trial.
    last = Optional.empty();
    Optional<double[]> point = replay.next(ask);
    last = Optional.of(replay);
    return point;
  }
}
