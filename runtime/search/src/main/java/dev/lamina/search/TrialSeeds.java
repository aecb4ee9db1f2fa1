package dev.lamina.search;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where the randomness of a trial comes from: the seed of the study and its number, nothing else.
 */
final class TrialSeeds {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private TrialSeeds() {}

  /** What is random about the choice of a trial. */
  static RandomGenerator choices(long study, int trial) {
    return new SplittableRandom(mixed(study, trial)).split();
  }

  /** The seed of what a trial trains. */
  static long training(long study, int trial) {
    return new SplittableRandom(mixed(study, trial)).nextLong();
  }

  /** Neighbouring studies and trials have nothing in common. */
  private static long mixed(long study, int trial) {
    return new SplittableRandom(study).nextLong() + GOLDEN * (trial + 1);
  }
}
