package dev.lamina.search.sampler;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws generations of trials from a normal distribution that moves, grows and turns towards the
 * better half of each (Hansen and Ostermeier, 2001, "Completely Derandomized Self-Adaptation in
 * Evolution Strategies"; with the active update of Jastrebski and Arnold, 2006), by Hipparchus'
 * {@code CMAESOptimizer}.
 *
 * <p>It starts in the middle with a standard deviation of 0.3 of each range; where it has settled,
 * it starts anew at a random point. If the search has known points to start from, it starts after
 * their generation at the best trial so far.
 *
 * <p>Only a generation that is done as a whole moves it. A trial that failed or was pruned counts
 * as the worst of its generation; so does a point that could not be tried, for which one nearby is.
 * Steps and choices are cells of the range like any other. The scale of the objective does not
 * matter.
 *
 * @param population how many trials a generation has, at least 4; 8 by default
 */
public record EvolutionSampler(int population) implements Sampler {

  private static final int POPULATION = 8;
  private static final int NEIGHBOURS = 64;
  private static final double NEAR = 0.02;
  private static final double WIDER = 1.08;

  /** With every option at its default. */
  public EvolutionSampler() {
    this(POPULATION);
  }

  /** Checks the number. */
  public EvolutionSampler {
    Requirement.of("population", population)
        .atLeast(4, "trials", population, "give how many trials a generation has, such as 8");
  }

  /** The same sampler with so many trials in each generation. */
  public EvolutionSampler population(int trials) {
    return new EvolutionSampler(trials);
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    return session().apply(ask);
  }

  @Override
  public Function<Ask, Optional<double[]>> session() {
    Remembered<List<double[]>> generation = new Remembered<>();
    return ask -> Optional.of(propose(ask, generation));
  }

  private double[] propose(Ask ask, Remembered<List<double[]>> generation) {
    int first = ask.number() - ask.number() % population;
    List<double[]> points =
        generation.of(
            ask.trials().subList(0, first),
            done -> new EvolutionReplay(ask.space(), ask.seed(), done, population).next());
    return ask.number() - first < points.size()
        ? near(points.get(ask.number() - first), ask)
        : ask.space().random(ask.random());
  }

  /** The point, or the first nearby that may be tried. */
  private static double[] near(double[] point, Ask ask) {
    for (int each = 0; each < NEIGHBOURS; each++) {
      double[] near = each == 0 ? point : near(point, NEAR * StrictMath.pow(WIDER, each), ask);
      if (ask.admits().test(ask.space().snap(near))) {
        return near.clone();
      }
    }
    return ask.space().random(ask.random());
  }

  /** It puts trials in one order. */
  @Override
  public int mostObjectives() {
    return 1;
  }

  /** All trials of the generations before. */
  @Override
  public int visible(int trial, int window) {
    return trial - trial % population;
  }

  @Override
  public String toString() {
    return Code.call("cmaEs").thenIf(population != POPULATION, "population", population).toString();
  }

  private static double[] near(double[] point, double distance, Ask ask) {
    return Arrays.stream(point)
        .map(place -> place + distance * Normal.draw(ask.random()))
        .map(place -> Math.max(0, Math.min(1, place)))
        .toArray();
  }
}
