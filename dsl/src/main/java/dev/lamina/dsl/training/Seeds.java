package dev.lamina.dsl.training;

/**
 * The seeds of everything random in training, each derived from the plan's one.
 *
 * <p>Neighbouring inputs give unrelated seeds (the finalizer of SplitMix64; Steele, Lea and Flood
 * 2014), and none is 0, which ND4J takes for "seed from the clock".
 */
public final class Seeds {

  private static final long INITIAL_WEIGHTS = 1;
  private static final long SAMPLE_ORDER = 2;
  private static final long ITERATION = 3;
  private static final long SAMPLED_PASS = 4;
  private static final long AUGMENTATION = 5;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private Seeds() {}

  /** For the initial weights. */
  public static long initialWeights(TrainingPlan plan) {
    return derived(plan.seed(), INITIAL_WEIGHTS, 0);
  }

  /** For the order of samples in this epoch, counted from 0. */
  public static long sampleOrder(TrainingPlan plan, int epoch) {
    return derived(plan.seed(), SAMPLE_ORDER, epoch);
  }

  /** For dropout and noise in this iteration, counted from 0. */
  public static long iteration(TrainingPlan plan, long iteration) {
    return derived(plan.seed(), ITERATION, iteration);
  }

  /** For dropout and noise in this forward pass of Monte-Carlo dropout, counted from 0. */
  public static long sampledPass(long seed, long pass) {
    return derived(seed, SAMPLED_PASS, pass);
  }

  /** For what augmentation does in this iteration, counted from 0. */
  public static long augmentation(TrainingPlan plan, long iteration) {
    return derived(plan.seed(), AUGMENTATION, iteration);
  }

  private static long derived(long seed, long purpose, long index) {
    long mixed = mixed(mixed(mixed(seed) + purpose) + index);
    return mixed == 0 ? GOLDEN_GAMMA : mixed;
  }

  private static long mixed(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
