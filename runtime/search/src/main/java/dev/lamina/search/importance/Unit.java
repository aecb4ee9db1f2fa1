package dev.lamina.search.importance;

import dev.lamina.search.space.Magnitude;
import java.util.Arrays;

/**
 * What losses are measured in where trees add up their squares: from their median, by the power of
 * two that fits how far the better half is apart. Otherwise squares of losses above 1e154 were
 * infinite, those below 1e-162 zero, and what losses of a million have in common would hide what
 * they differ in.
 *
 * <p>A power of two changes no digit.
 *
 * @param middle the median of the losses
 * @param exponent the power of two
 */
record Unit(double middle, int exponent) {

  /** Losses that are far worse than the others count as so bad, which can still be squared. */
  private static final double MOST = 0x1p400;

  /** For these losses, some of which differ. */
  static Unit of(double[] losses) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    return new Unit(sorted[sorted.length / 2], Magnitude.of(losses).orElse(0));
  }

  /** Losses in this unit. */
  double[] measured(double[] losses) {
    return Arrays.stream(losses)
        .map(loss -> Math.min(MOST, scaled(loss) - scaled(middle)))
        .toArray();
  }

  /** The loss that is so much in this unit. */
  double loss(double measured) {
    return Math.scalb(measured + scaled(middle), exponent);
  }

  private double scaled(double loss) {
    return Math.scalb(loss, -exponent);
  }
}
