package dev.lamina.search.sampler;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A genetic algorithm for several objectives (Deb et al. 2002, "A Fast and Elitist Multiobjective
 * Genetic Algorithm: NSGA-II").
 *
 * <p>The first generation is drawn at random. Of each later one and its ancestors the best survive:
 * those that fewer others dominate, and among equals those with more room around them. A child has
 * two parents, each the better of two survivors; numbers are crossed by simulated binary crossover
 * (index 20) and changed by polynomial mutation (index 1); choices and flags are one parent's or
 * drawn anew.
 *
 * <p>Children of survivors of the generation before the last are born while the last one is not
 * done yet, so that no worker waits.
 *
 * @param population how many trials a generation has, and how many survive; 50 by default
 * @param crossover how likely a child has something of both parents; 0.9 by default
 * @param mutation how likely each value of a child is changed; 1 by the number of parameters by
 *     default
 */
public record Nsga2(int population, double crossover, OptionalDouble mutation) implements Sampler {

  private static final int DEFAULT_POPULATION = 50;
  private static final double DEFAULT_CROSSOVER = 0.9;

  /** With every option at its default. */
  public Nsga2() {
    this(DEFAULT_POPULATION, DEFAULT_CROSSOVER, OptionalDouble.empty());
  }

  /** Checks the numbers. */
  public Nsga2 {
    Requirement.of("population", population)
        .atLeast(2, "trials", population, "give how many trials a generation has, such as 50");
    checkProbability("crossover", crossover);
    mutation.ifPresent(probability -> checkProbability("mutation", probability));
  }

  private static void checkProbability(String option, double probability) {
    Requirement.of(option, probability)
        .that(
            probability >= 0 && probability <= 1,
            "probability",
            "a number from 0 to 1",
            probability,
            "give a number such as 0.5");
  }

  /** The same sampler with so many trials in a generation. */
  public Nsga2 population(int trials) {
    return new Nsga2(trials, crossover, mutation);
  }

  /** The same sampler that crosses parents so likely. */
  public Nsga2 crossover(double probability) {
    return new Nsga2(population, probability, mutation);
  }

  /** The same sampler that changes each value so likely. */
  public Nsga2 mutation(double probability) {
    return new Nsga2(population, crossover, OptionalDouble.of(probability));
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    return session().apply(ask);
  }

  @Override
  public Function<Ask, Optional<double[]>> session() {
    Remembered<List<Survivor>> survivors = new Remembered<>();
    return ask -> Optional.of(propose(ask, survivors));
  }

  private double[] propose(Ask ask, Remembered<List<Survivor>> survivors) {
    List<Survivor> parents =
        survivors.of(
            Survivor.generations(ask.trials(), population), done -> Survivor.of(done, population));
    if (parents.size() < 2) {
      return ask.space().random(ask.random());
    }
    Survivor one = Survivor.better(parents, ask.random());
    Survivor other = Survivor.better(parents, ask.random());
    Variation variation = new Variation(ask.space(), ask.random());
    boolean crosses = ask.random().nextDouble() < crossover;
    double[] child =
        crosses ? variation.crossed(one.point(), other.point()) : variation.complete(one.point());
    return variation.mutated(child, mutation.orElse(1.0 / ask.space().size()));
  }

  /** Whole generations, as many as may be known. */
  @Override
  public int visible(int trial, int window) {
    return Math.max(0, trial - window + 1) / population * population;
  }

  @Override
  public String toString() {
    return Code.call("nsga2")
        .thenIf(population != DEFAULT_POPULATION, "population", population)
        .thenIf(crossover != DEFAULT_CROSSOVER, "crossover", crossover)
        .thenIf(mutation.isPresent(), "mutation", mutation.stream().boxed().toArray())
        .toString();
  }
}
