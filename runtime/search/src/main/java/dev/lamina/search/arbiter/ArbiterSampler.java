package dev.lamina.search.arbiter;

import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import java.util.Optional;

/**
 * One of Arbiter's generators as a sampler.
 *
 * <p>A generator remembers what it did, a sampler must not: so for each trial a new generator goes
 * through those before it, is told what they gave as far as the window of the search allows, and is
 * asked then. Candidates that are not allowed or were tried are passed over; if it has none that
 * can be tried among {@value Replay#DRAWS}, the trial is drawn at random.
 */
final class ArbiterSampler implements Sampler {

  private final String code;
  private final Replays replays;

  /**
   * Of a generator.
   *
   * @param code how it is made, as text
   * @param factory makes it
   */
  ArbiterSampler(String code, GeneratorFactory factory) {
    this.code = code;
    this.replays = new Replays(factory);
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    return replays.propose(ask);
  }

  @Override
  public String toString() {
    return code;
  }
}
