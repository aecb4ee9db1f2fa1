package dev.lamina.search.importance;

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
    int half = sorted.length / 2;
    double apart =
        Arrays.stream(sorted)
            .skip(half)
            .map(loss -> loss - sorted[0])
            .filter(distance -> distance > 0)
            .findFirst()
            .orElse(1);
    return new Unit(sorted[half], Math.getExponent(apart));
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
