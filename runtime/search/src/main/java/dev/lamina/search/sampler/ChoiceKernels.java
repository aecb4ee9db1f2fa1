package dev.lamina.search.sampler;

import dev.lamina.search.space.Dimension;
import java.util.random.RandomGenerator;

/**
 * Distributions over {@code k} options: each option has the share {@code s} of the prior, and the
 * one that was tried 1 more, so that it has {@code (1 + s) / (1 + k s)} and each other {@code s /
 * (1 + k s)}. A kernel without an option, such as the prior, has all of them alike.
 */
final class ChoiceKernels implements Kernels {

  private static final int NONE = -1;

  private final Dimension dimension;
  private final int count;
  private final int[] options;
  private final double logTried;
  private final double logOther;
  private final double logEach;
  private final double tried;

  /**
   * Around these places.
   *
   * @param places of the options that were tried, NaN for none
   * @param share of the prior
   */
  ChoiceKernels(Dimension dimension, double[] places, double share) {
    this.dimension = dimension;
    this.count = Math.toIntExact(dimension.count().orElseThrow());
    this.options = new int[places.length];
    for (int each = 0; each < places.length; each++) {
      options[each] = Double.isNaN(places[each]) ? NONE : option(places[each]);
    }
    this.tried = 1 / (1 + count * share);
    this.logTried = StrictMath.log((1 + share) * tried);
    this.logOther = StrictMath.log(share * tried);
    this.logEach = -StrictMath.log(count);
  }

  @Override
  public double draw(int kernel, RandomGenerator random) {
    boolean same = options[kernel] != NONE && random.nextDouble() < tried;
    return dimension.nth(same ? options[kernel] : random.nextInt(count));
  }

  @Override
  public double[] logs(double place) {
    int option = option(place);
    double[] logs = new double[options.length];
    for (int each = 0; each < options.length; each++) {
      if (options[each] == NONE) {
        logs[each] = logEach;
      } else {
        logs[each] = options[each] == option ? logTried : logOther;
      }
    }
    return logs;
  }

  private int option(double place) {
    return (int) dimension.number(place);
  }
}
