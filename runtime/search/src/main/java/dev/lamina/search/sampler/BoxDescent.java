package dev.lamina.search.sampler;

import java.util.Arrays;

/**
 * Walks downhill within bounds: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno
 * (1970) with steps that are projected into the box, as Bertsekas (1982, "Projected Newton Methods
 * for Optimization Problems with Simple Constraints").
 */
final class BoxDescent {

  private static final double ENOUGH = 1e-4;
  private static final double SHORTER = 0.3;
  private static final int TRIES = 8;
  private static final double CURVED = 1e-10;

  private final Smooth function;
  private final double[] low;
  private final double[] high;
  private double[] point;
  private Tangent here;
  private double[][] inverse;
  private boolean isFresh;

  /** From a point within the bounds. */
  BoxDescent(Smooth function, double[] low, double[] high, double[] start) {
    this.function = function;
    this.low = low.clone();
    this.high = high.clone();
    this.point = start.clone();
    this.here = function.at(point);
    forget();
  }

  /** The lowest point so far. */
  double[] point() {
    return point.clone();
  }

  /** The function there. */
  double value() {
    return here.value();
  }

  /**
   * Goes on until a step gains less than this, or so many steps were done.
   *
   * @param reach how far the first step goes at most
   */
  BoxDescent walk(int steps, double gain, double reach) {
    for (int step = 0; step < steps; step++) {
      double before = here.value();
      double[] direction = direction(reach);
      boolean hasMoved = moves(direction);
      if (!hasMoved && isFresh) {
        break;
      }
      if (!hasMoved) {
        forget();
      } else if (before - here.value() < gain) {
        break;
      }
    }
    return this;
  }

  private double[] direction(double reach) {
    double[] direction = newton();
    double down = 0;
    double length = 0;
    for (int each = 0; each < point.length; each++) {
      down += direction[each] * here.slope(each);
      length += direction[each] * direction[each];
    }
    if (down > 0) {
      forget();
      return direction(reach);
    }
    double limit = isFresh ? Math.min(1, reach / StrictMath.sqrt(length)) : 1;
    return length == 0 ? direction : Arrays.stream(direction).map(each -> each * limit).toArray();
  }

  /** Where a bound is in the way, there is no step. */
  private double[] newton() {
    double[] direction = new double[point.length];
    for (int each = 0; each < point.length; each++) {
      for (int other = 0; other < point.length && !isHeld(each); other++) {
        direction[each] -= isHeld(other) ? 0 : inverse[each][other] * here.slope(other);
      }
    }
    return direction;
  }

  private boolean isHeld(int each) {
    return (point[each] <= low[each] && here.slope(each) > 0)
        || (point[each] >= high[each] && here.slope(each) < 0);
  }

  private boolean moves(double[] direction) {
    double share = 1;
    for (int each = 0; each < TRIES; each++) {
      double[] next = projected(direction, share);
      double down = 0;
      for (int index = 0; index < next.length; index++) {
        down += here.slope(index) * (next[index] - point[index]);
      }
      if (down < 0 && goesTo(next, down)) {
        return true;
      }
      share *= SHORTER;
    }
    return false;
  }

  /** If that is low enough for how steep it is. */
  private boolean goesTo(double[] next, double down) {
    Tangent there = function.at(next);
    if (!(there.value() <= here.value() + ENOUGH * down)) {
      return false;
    }
    learn(next, there);
    point = next;
    here = there;
    return true;
  }

  private double[] projected(double[] direction, double share) {
    double[] next = new double[point.length];
    for (int each = 0; each < next.length; each++) {
      double free = point[each] + share * direction[each];
      next[each] = Math.max(low[each], Math.min(high[each], free));
    }
    return next;
  }

  private void forget() {
    inverse = new double[point.length][point.length];
    for (int each = 0; each < point.length; each++) {
      inverse[each][each] = 1;
    }
    isFresh = true;
  }

  /** The curvature along the step. */
  private void learn(double[] next, Tangent there) {
    int size = next.length;
    double[] step = new double[size];
    double[] change = new double[size];
    double along = 0;
    double changes = 0;
    double steps = 0;
    for (int each = 0; each < size; each++) {
      step[each] = next[each] - point[each];
      change[each] = there.slope(each) - here.slope(each);
      along += step[each] * change[each];
      changes += change[each] * change[each];
      steps += step[each] * step[each];
    }
    if (along <= CURVED * StrictMath.sqrt(changes * steps)) {
      return;
    }
    if (isFresh) {
      for (int each = 0; each < size; each++) {
        inverse[each][each] = along / changes;
      }
      isFresh = false;
    }
    update(step, change, along);
  }

  private void update(double[] step, double[] change, double along) {
    int size = step.length;
    double[] image = new double[size];
    double curvature = 0;
    for (int row = 0; row < size; row++) {
      for (int each = 0; each < size; each++) {
        image[row] += inverse[row][each] * change[each];
      }
      curvature += image[row] * change[row];
    }
    double factor = (1 + curvature / along) / along;
    for (int row = 0; row < size; row++) {
      for (int each = 0; each < size; each++) {
        inverse[row][each] +=
            factor * step[row] * step[each]
                - (image[row] * step[each] + step[row] * image[each]) / along;
      }
    }
  }
}
