package dev.lamina.training.loop;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The order in which samples are gone through. */
public final class SampleOrder {

  private SampleOrder() {}

  /** As they are. */
  public static int[] asGiven(int samples) {
    return IntStream.range(0, samples).toArray();
  }

  /**
   * A random permutation, each equally likely (Fisher and Yates), that depends on the seed alone.
   */
  public static int[] shuffled(int samples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = asGiven(samples);
    for (int last = samples - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }
}
