package dev.lamina.search.arbiter;

import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;

/** Makes one of Arbiter's generators for a search. */
@FunctionalInterface
public interface GeneratorFactory {

  /**
   * A new generator, each time: it goes through the search from its beginning.
   *
   * <p>All that is random about it must come from the seed. It is told losses, of which less is
   * better, whichever way the objective gets better.
   *
   * @param space what is searched: its candidates have these values, which are places from 0 to 1
   * @param seed the seed of the search; the generator's own {@code setRngSeed} is called besides
   */
  CandidateGenerator generator(ParameterSpace<double[]> space, long seed);
}
