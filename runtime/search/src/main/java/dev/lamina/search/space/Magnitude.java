package dev.lamina.search.space;

import java.util.Arrays;
import java.util.OptionalInt;

/** How large losses are, as a power of two: dividing by one changes no digit. */
public final class Magnitude {

  private Magnitude() {}

  /**
   * The exponent that fits how far the better half of these losses is apart, so that one that is
   * huge does not count; that of the least distance if these are the same; nothing if all are.
   */
  public static OptionalInt of(double[] losses) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted)
        .skip(sorted.length / 2)
        .map(loss -> loss - sorted[0])
        .filter(distance -> distance > 0)
        .mapToInt(Math::getExponent)
        .findFirst();
  }
}
