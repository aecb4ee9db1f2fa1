package dev.lamina.search.sampler;

import dev.lamina.search.space.Space;
import java.util.List;

/**
 * Guesses which parameters a trial would read: those that the trial nearest to it did, where the
 * same options of choices are nearer than any numbers.
 */
final class Branches {

  private static final double MIDDLE = 0.5;

  private final boolean[] isOrdered;
  private final List<double[]> points;
  private final boolean isOne;

  /** Of trials, NaN where they read no value. */
  Branches(Space space, List<double[]> points) {
    this.isOrdered = new boolean[space.size()];
    for (int each = 0; each < isOrdered.length; each++) {
      isOrdered[each] = space.dimensions().get(each).isOrdered();
    }
    this.points = points;
    this.isOne = points.stream().noneMatch(Branches::hasGap);
  }

  /** The point without the places that would not be read. */
  double[] read(double[] point) {
    if (isOne) {
      return point;
    }
    double[] nearest = nearest(point);
    double[] read = point.clone();
    for (int each = 0; each < read.length; each++) {
      read[each] = Double.isNaN(nearest[each]) ? Double.NaN : point[each];
    }
    return read;
  }

  private double[] nearest(double[] point) {
    double[] nearest = points.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (double[] other : points) {
      double far = far(point, other);
      if (far < least) {
        least = far;
        nearest = other;
      }
    }
    return nearest;
  }

  /** What one of both did not read is as far as a number is on average. */
  private double far(double[] left, double[] right) {
    double sum = 0;
    for (int each = 0; each < left.length; each++) {
      if (Double.isNaN(right[each])) {
        sum += MIDDLE * MIDDLE;
      } else if (isOrdered[each]) {
        sum += (left[each] - right[each]) * (left[each] - right[each]);
      } else {
        sum += left[each] == right[each] ? 0 : left.length;
      }
    }
    return sum;
  }

  private static boolean hasGap(double[] point) {
    for (double place : point) {
      if (Double.isNaN(place)) {
        return true;
      }
    }
    return false;
  }
}
