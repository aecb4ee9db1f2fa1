package dev.lamina.search.sampler;

import dev.lamina.search.space.Space;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far points are from each other in each dimension, squared: {@code (a - b)²} for numbers, 1
 * for different options of a choice.
 *
 * <p>A parameter that was not read is one more option of a choice; of a number it is the middle of
 * the range, and 1 away from it in a direction of its own. So all points are points of a Euclidean
 * space, as a kernel needs it.
 */
final class Metric {

  private static final double MIDDLE = 0.5;

  private final boolean[] isOrdered;

  Metric(Space space) {
    this.isOrdered = new boolean[space.size()];
    for (int each = 0; each < isOrdered.length; each++) {
      isOrdered[each] = space.dimensions().get(each).isOrdered();
    }
  }

  int size() {
    return isOrdered.length;
  }

  /** How far apart two places are in this dimension, squared. */
  double squared(int dimension, double left, double right) {
    if (Double.isNaN(left) && Double.isNaN(right)) {
      return 0;
    }
    if (!isOrdered[dimension]) {
      return left == right ? 0 : 1;
    }
    double apart = place(left) - place(right);
    return apart * apart + (Double.isNaN(left) == Double.isNaN(right) ? 0 : 1);
  }

  /** Half of how fast that grows with the left place. */
  double apart(int dimension, double left, double right) {
    return isOrdered[dimension] && !Double.isNaN(left) ? left - place(right) : 0;
  }

  /** By dimension, of all pairs: each point with all before it. */
  double[][] pairs(List<double[]> points) {
    return IntStream.range(0, size())
        .mapToObj(dimension -> pairs(dimension, points))
        .toArray(double[][]::new);
  }

  private double[] pairs(int dimension, List<double[]> points) {
    double[] squares = new double[points.size() * (points.size() - 1) / 2];
    int pair = 0;
    for (int right = 1; right < points.size(); right++) {
      double place = points.get(right)[dimension];
      for (int left = 0; left < right; left++) {
        squares[pair] = squared(dimension, points.get(left)[dimension], place);
        pair++;
      }
    }
    return squares;
  }

  private static double place(double place) {
    return Double.isNaN(place) ? MIDDLE : place;
  }
}
