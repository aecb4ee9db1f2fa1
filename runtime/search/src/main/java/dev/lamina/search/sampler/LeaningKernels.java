package dev.lamina.search.sampler;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How much denser than upright ones the kernels of a density are for leaning: {@code λᵢ(x) =
 * exp((zᵀz - zᵀR⁻¹z) / 2) / √|R|}, where {@code z} is how many widths {@code x} is from the i-th
 * point in each dimension.
 *
 * <p>What a leaning kernel loses beyond 0 and 1 is taken to be what an upright one does. Kernels of
 * points that are not known to the full are upright.
 */
final class LeaningKernels {

  /** Kernels in a corner may miss the space most of the time. */
  private static final int DRAWS = 100;

  private static final double HALF = 0.5;

  private final Lean lean;
  private final double[][] centers;

  /** The centers, so turned that kernels that lean are round. */
  private final double[][] turned;

  /** Around these points. */
  LeaningKernels(Lean lean, List<double[]> points) {
    this.lean = lean;
    this.centers = points.stream().map(lean::scaled).toArray(double[][]::new);
    this.turned = points.stream().map(this::turned).toArray(double[][]::new);
  }

  /** Adds {@code ln λᵢ} to the sum of each kernel that leans. */
  void addLogs(double[] point, double[] sums) {
    double[] place = lean.scaled(point);
    double[] turnedPlace = turned(point);
    double logScale = HALF * lean.factor().logDeterminant();
    for (int each = 0; each < centers.length; each++) {
      double straight = squaredDistance(place, centers[each]);
      double along = squaredDistance(turnedPlace, turned[each]);
      sums[each] += Double.isNaN(along) ? 0 : HALF * (straight - along) - logScale;
    }
  }

  /** Moves a place at random of an upright kernel to one of the kernel that leans. */
  void draw(int kernel, double[] point, RandomGenerator random) {
    if (kernel == centers.length || !Lean.isKnown(centers[kernel])) {
      return;
    }
    double[] steps = new double[centers[kernel].length];
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int each = 0; each < steps.length; each++) {
        steps[each] = Normal.draw(random);
      }
      double[] moved = point.clone();
      lean.put(sum(centers[kernel], lean.factor().times(steps)), moved);
      if (isInside(moved)) {
        System.arraycopy(moved, 0, point, 0, point.length);
        return;
      }
    }
  }

  private double[] turned(double[] point) {
    return lean.factor().inverseTimes(lean.scaled(point));
  }

  private static double squaredDistance(double[] from, double[] to) {
    double sum = 0;
    for (int each = 0; each < from.length; each++) {
      sum += (from[each] - to[each]) * (from[each] - to[each]);
    }
    return sum;
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int each = 0; each < sum.length; each++) {
      sum[each] = left[each] + right[each];
    }
    return sum;
  }

  private static boolean isInside(double[] point) {
    for (double place : point) {
      if (place < 0 || place > 1) {
        return false;
      }
    }
    return true;
  }
}
