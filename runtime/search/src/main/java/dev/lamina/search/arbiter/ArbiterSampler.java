package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/**
 * One of Arbiter's generators as a sampler.
 *
 * <p>A generator remembers what it did, a sampler must not: so for each trial a new generator goes
 * through those before it, is told what they gave as far as the window of the search allows, and is
 * asked then. Candidates that are not allowed or were tried are passed over; if it has none that
 * can be tried among {@value Replay#DRAWS}, the trial is drawn at random.
 *
 * @param code how it is made, as text
 * @param factory makes the generator
 */
record ArbiterSampler(String code, GeneratorFactory factory) implements Sampler {

  @Override
  public Optional<double[]> propose(Ask ask) {
    return session().apply(ask);
  }

  @Override
  public Function<Ask, Optional<double[]>> session() {
    return new Replays(this::generator)::propose;
  }

  private CandidateGenerator generator(ParameterSpace<double[]> space, long seed) {
    CandidateGenerator generator = factory.generator(space, seed);
    new Requirement(new Code(code))
        .that(
            generator != null,
            "generator",
            "one that the factory makes",
            generator,
            "return a new generator from the factory each time");
    return generator;
  }

  /** Arbiter knows of one score. */
  @Override
  public int mostObjectives() {
    return 1;
  }

  @Override
  public String toString() {
    return code;
  }
}
