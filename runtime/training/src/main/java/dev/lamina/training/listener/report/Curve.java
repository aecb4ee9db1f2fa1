package dev.lamina.training.listener.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers measured one after the other.
 *
 * @param name what was measured
 * @param xs when, in epochs, ascending
 * @param ys the numbers, as many
 */
record Curve(String name, double[] xs, double[] ys) {

  /** More points than the screen has columns cannot be told apart. */
  private static final int BUCKETS = 300;

  /** Numbers of epochs that are counted from this one. */
  static Curve ofEpochs(String name, int first, double[] ys) {
    double[] xs = IntStream.range(first, first + ys.length).asDoubleStream().toArray();
    return new Curve(name, xs, ys);
  }

  /** Whether there is something to draw. */
  boolean hasNumbers() {
    return IntStream.range(0, ys.length).anyMatch(i -> Double.isFinite(ys[i]));
  }

  /**
   * The points to draw, by their place in the arrays: all of them, or of each stretch of many the
   * first, the least, the greatest and the last.
   */
  List<Integer> points() {
    if (ys.length <= 2 * BUCKETS) {
      return IntStream.range(0, ys.length).boxed().toList();
    }
    List<Integer> points = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int from = (int) ((long) ys.length * bucket / BUCKETS);
      int to = (int) ((long) ys.length * (bucket + 1) / BUCKETS);
      IntStream.of(from, extreme(from, to, 1), extreme(from, to, -1), to - 1)
          .sorted()
          .distinct()
          .forEach(points::add);
    }
    return points;
  }

  /** What the curve does, in words. */
  String description() {
    int last = ys.length - 1;
    int least = extreme(0, ys.length, -1);
    return "%s: %s at first, %s at last, least %s at epoch %s."
        .formatted(
            name,
            Figures.of(ys[0]),
            Figures.of(ys[last]),
            Figures.of(ys[least]),
            Figures.of(Math.ceil(xs[least])));
  }

  /** Where the greatest number times {@code sign} is; what is no number is not looked at. */
  private int extreme(int from, int to, int sign) {
    return IntStream.range(from, to)
        .filter(i -> !Double.isNaN(ys[i]))
        .reduce((best, i) -> sign * ys[i] > sign * ys[best] ? i : best)
        .orElse(from);
  }
}
