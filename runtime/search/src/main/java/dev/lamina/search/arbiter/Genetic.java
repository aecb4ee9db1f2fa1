package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.generator.GeneticSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.SinglePointCrossover;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.parentselection.RandomTwoParentSelection;
import org.deeplearning4j.arbiter.optimize.generator.genetic.mutation.RandomMutationOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.population.PopulationModel;
import org.deeplearning4j.arbiter.optimize.generator.genetic.selection.GeneticSelectionOperator;

/**
 * Arbiter's genetic algorithm for one objective: children of two of the best trials take the first
 * parameters of one and the others of the other, and values anew now and then.
 */
public final class Genetic implements Sampler {

  private static final int DEFAULT_POPULATION = 30;
  private static final double DEFAULT_CROSSOVER = 0.85;
  private static final double DEFAULT_MUTATION = 0.1;

  /** Of two, Arbiter never finds two different parents. */
  private static final int LEAST = 3;

  private final int population;
  private final double crossover;
  private final double mutation;

  /** With every option at its default. */
  Genetic() {
    this(DEFAULT_POPULATION, DEFAULT_CROSSOVER, DEFAULT_MUTATION);
  }

  private Genetic(int population, double crossover, double mutation) {
    Requirement.of("population", population)
        .atLeast(LEAST, "trials", population, "give how many of the best are parents, such as 30");
    checkProbability("crossover", crossover, 0);
    checkProbability("mutation", mutation, Double.MIN_VALUE);
    this.population = population;
    this.crossover = crossover;
    this.mutation = mutation;
  }

  private static void checkProbability(String option, double probability, double least) {
    Requirement.of(option, probability)
        .that(
            probability >= least && probability <= 1,
            "probability",
            least > 0 ? "a number above 0, and at most 1" : "a number from 0 to 1",
            probability,
            "give a number such as 0.1");
  }

  /**
   * The same sampler with so many parents at the most, at least 3, of which a third leaves once
   * there are so many; 30 by default.
   */
  public Genetic population(int trials) {
    return new Genetic(trials, crossover, mutation);
  }

  /** The same sampler whose children have two parents so likely; 0.85 by default. */
  public Genetic crossover(double probability) {
    return new Genetic(population, probability, mutation);
  }

  /**
   * The same sampler that draws each value of a child anew so likely; 0.1 by default. Arbiter's own
   * 0.005 changes one in a hundred trials of two parameters.
   */
  public Genetic mutation(double probability) {
    return new Genetic(population, crossover, probability);
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    return session().apply(ask);
  }

  @Override
  public Function<Ask, Optional<double[]>> session() {
    return new Replays(this::generator)::propose;
  }

  /** Arbiter knows of one score. */
  @Override
  public int mostObjectives() {
    return 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Genetic genetic && toString().equals(genetic.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return Code.call("genetic")
        .thenIf(population != DEFAULT_POPULATION, "population", population)
        .thenIf(crossover != DEFAULT_CROSSOVER, "crossover", crossover)
        .thenIf(mutation != DEFAULT_MUTATION, "mutation", mutation)
        .toString();
  }

  /** Each operator draws from a generator of its own, which only a seed makes repeatable. */
  CandidateGenerator generator(ParameterSpace<double[]> space, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    SinglePointCrossover crossing =
        new SinglePointCrossover.Builder()
            .crossoverRate(crossover)
            .randomGenerator(seeded(seeds))
            .parentSelection(new RandomTwoParentSelection(seeded(seeds)))
            .build();
    GeneticSelectionOperator selection =
        new GeneticSelectionOperator.Builder()
            .crossoverOperator(new CopyingCrossover(crossing))
            .mutationOperator(
                new RandomMutationOperator.Builder()
                    .mutationRate(mutation)
                    .randomGenerator(seeded(seeds))
                    .build())
            .randomGenerator(seeded(seeds))
            .build();
    return new Endless(
        new GeneticSearchCandidateGenerator.Builder(space, new LossScore())
            .populationModel(new PopulationModel.Builder().populationSize(population).build())
            .selectionOperator(selection)
            .build());
  }

  private static RandomGenerator seeded(SplittableRandom seeds) {
    RandomGenerator random = new JDKRandomGenerator();
    random.setSeed(seeds.nextLong());
    return random;
  }
}
