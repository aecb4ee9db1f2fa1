package dev.lamina.search.report;

import java.util.Arrays;

/** Shades for numbers of which less is better: 8 is the best, 0 the worst. */
final class Levels {

  private static final int BEST = 8;

  private final double[] ends;

  private Levels(double[] ends) {
    this.ends = ends;
  }

  /** Equal steps between the least and the largest of these. */
  static Levels ofLosses(double[] losses) {
    double least = Arrays.stream(losses).filter(Double::isFinite).min().orElse(0);
    double most = Arrays.stream(losses).filter(Double::isFinite).max().orElse(1);
    double[] ends = new double[BEST];
    // By halves, since the difference itself may be too large for a number.
    double half = most / 2 - least / 2;
    for (int each = 0; each < BEST; each++) {
      double part = half * ((each + 1.0) / (BEST + 1));
      ends[each] = least + part + part;
    }
    return new Levels(ends);
  }

  /** Steps that are equally many of these. */
  static Levels ofRanks(double[] losses) {
    double[] sorted = Arrays.stream(losses).filter(Double::isFinite).sorted().toArray();
    double[] ends = new double[BEST];
    Arrays.setAll(
        ends,
        each ->
            sorted.length == 0
                ? 0
                : sorted[(int) ((long) (sorted.length - 1) * (each + 1) / (BEST + 1))]);
    return new Levels(ends);
  }

  int of(double loss) {
    int worse = 0;
    while (worse < BEST && !(loss <= ends[worse])) {
      worse++;
    }
    return BEST - worse;
  }
}
