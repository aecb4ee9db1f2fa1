package dev.lamina.training.loop;

import java.util.Arrays;
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
    int[] order = new int[samples];
    shuffle(order, seed);
    return order;
  }

  /** Fills an array with the permutation that {@link #shuffled} gives. */
  static void shuffle(int[] order, long seed) {
    Arrays.setAll(order, sample -> sample);
    SplittableRandom random = new SplittableRandom(seed);
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
  }
}
