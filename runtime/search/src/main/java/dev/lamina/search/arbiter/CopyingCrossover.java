package dev.lamina.search.arbiter;

import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.CrossoverOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.CrossoverResult;
import org.deeplearning4j.arbiter.optimize.generator.genetic.population.PopulationModel;

/** A crossover whose children are never their parents: mutation would change those in place. */
final class CopyingCrossover extends CrossoverOperator {

  private final CrossoverOperator crossover;

  CopyingCrossover(CrossoverOperator crossover) {
    this.crossover = crossover;
  }

  @Override
  public void initializeInstance(PopulationModel populationModel) {
    super.initializeInstance(populationModel);
    crossover.initializeInstance(populationModel);
  }

  @Override
  public CrossoverResult crossover() {
    CrossoverResult result = crossover.crossover();
    return new CrossoverResult(result.isModified(), result.getGenes().clone());
  }
}
