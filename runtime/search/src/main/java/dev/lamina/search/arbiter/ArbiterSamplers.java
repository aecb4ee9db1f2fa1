package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Sampler;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;

/** Samplers that are Arbiter's, and generators for Arbiter that are ours. */
public final class ArbiterSamplers {

  private ArbiterSamplers() {}

  /**
   * Tries all points of a grid, in an order that the seed of the search gives.
   *
   * @param levels how many values of a parameter that has more, at least 2
   */
  public static Grid grid(int levels) {
    return new Grid(levels);
  }

  /** Breeds trials from the best ones. */
  public static Genetic genetic() {
    return new Genetic();
  }

  /** Draws each trial at random, as Arbiter's random search does. */
  public static Sampler arbiterRandom() {
    return new ArbiterSampler("arbiterRandom()", new RandomFactory());
  }

  /**
   * Chooses what a generator for Arbiter proposes.
   *
   * <pre>{@code
   * arbiter("random", (space, seed) -> new RandomSearchGenerator(space))
   * }</pre>
   *
   * @param name what tells this generator from others where the study is kept
   * @param factory makes the generator
   */
  public static Sampler arbiter(String name, GeneratorFactory factory) {
    Requirement.of("arbiter", name).required(name).present("factory", factory);
    String code = Code.call("arbiter", name, new Code("generator")).toString();
    return new ArbiterSampler(code, factory);
  }

  /**
   * A generator for Arbiter that proposes the trials of a search. The value of a candidate is the
   * trial, which has the choices.
   *
   * <p>Its score is the objective, which gets better in the way of the goal; it is to be closed.
   * Arbiter stops after as many candidates as its {@code MaxCandidatesCondition} says: give it no
   * more than the search has trials, since it waits for ever otherwise.
   */
  public static SearchGenerator candidateGenerator(Tuner tuner, SearchPlan plan, Goal goal) {
    Requirement.of("candidateGenerator", tuner, plan, goal)
        .present("tuner", tuner)
        .present("plan", plan)
        .present("goal", goal);
    return new SearchGenerator(tuner.study(plan, goal), plan);
  }

  /** A record, since samplers that are equal must be: two lambdas never are. */
  private record RandomFactory() implements GeneratorFactory {

    @Override
    public CandidateGenerator generator(ParameterSpace<double[]> space, long seed) {
      return new RandomSearchGenerator(space);
    }
  }
}
