package dev.lamina.search.sampler;

/** Every sampler. */
public final class Samplers {

  private Samplers() {}

  /** Draws each trial at random. */
  public static Sampler randomSearch() {
    return new RandomSampler();
  }

  /** Breeds trials from good compromises between several objectives: NSGA-II. */
  public static Nsga2 nsga2() {
    return new Nsga2();
  }

  /**
   * Takes the points of a Sobol sequence, shifted by the seed of the study: more even than random
   * ones, so that fewer trials leave no gaps.
   */
  public static Sampler sobol() {
    return new SobolSampler();
  }

  /**
   * Tries what good trials have in common and others do not: a tree-structured Parzen estimator.
   *
   * <p>For some dozens of trials and more, with parameters of all kinds.
   */
  public static ParzenSampler tpe() {
    return new ParzenSampler();
  }

  /**
   * Tries what promises most by a model of the losses, which also says how sure it is: a Gaussian
   * process with the expected improvement.
   *
   * <p>For some dozens of trials that take long each, of up to about twenty parameters.
   */
  public static GaussianProcessSampler gaussianProcess() {
    return new GaussianProcessSampler();
  }

  /**
   * Draws generations of trials from a normal distribution that follows the better ones: CMA-ES.
   *
   * <p>For hundreds of trials, with parameters that are numbers.
   */
  public static EvolutionSampler cmaEs() {
    return new EvolutionSampler();
  }
}
