package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was worked out of some trials last, so that it is not worked out again for the same ones.
 *
 * @param <T> what it is
 */
final class Remembered<T> {

  private List<Observation> trials = List.of();
  private Optional<T> found = Optional.empty();

  /** What this makes of these trials, and of nothing else. */
  T of(List<Observation> now, Function<List<Observation>, T> work) {
    // Observations are equal only if they are the same, so that this takes no time.
    if (found.isEmpty() || !trials.equals(now)) {
      trials = List.copyOf(now);
      found = Optional.of(work.apply(trials));
    }
    return found.get();
  }
}
