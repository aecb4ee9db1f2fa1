package dev.lamina.search.sampler;

import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which way kernels lean: along the good trials, where one parameter must fall as another one
 * grows.
 *
 * <p>The correlations {@code C} of few good trials say only roughly what those of many would. With
 * {@code k} of them in {@code d} dimensions they are taken for {@code R = (k C + m I) / (k + m)}
 * with {@code m = d (d + 1) / 2}, as if as many more of them as {@code R} has numbers lay in no
 * direction at all. Parameters with finitely many values do not take part, nor do trials that lack
 * one of the others.
 */
final class Lean {

  private final int[] dimensions;
  private final double[] widths;
  private final Cholesky factor;

  private Lean(int[] dimensions, double[] widths, Cholesky factor) {
    this.dimensions = dimensions;
    this.widths = widths;
    this.factor = factor;
  }

  /**
   * Along these points.
   *
   * @param widths how wide kernels are in each dimension
   * @param good the points, with NaN where nothing is known
   */
  static Lean along(Space space, List<Double> widths, List<double[]> good) {
    int[] dimensions =
        IntStream.range(0, space.size())
            .filter(each -> isContinuous(space.dimensions().get(each)))
            .toArray();
    double[] scales = IntStream.of(dimensions).mapToDouble(widths::get).toArray();
    List<double[]> points =
        good.stream().map(each -> scaled(each, dimensions, scales)).filter(Lean::isKnown).toList();
    return new Lean(dimensions, scales, new Cholesky(correlations(dimensions.length, points)));
  }

  /** The lean of the kernels around these points, of which some may have NaN. */
  LeaningKernels around(List<double[]> points) {
    return new LeaningKernels(this, points);
  }

  /** {@code R = L Lᵀ}. */
  Cholesky factor() {
    return factor;
  }

  /** Where a point is in the dimensions that take part, in widths of kernels. */
  double[] scaled(double[] point) {
    return scaled(point, dimensions, widths);
  }

  /** Puts such places into a point. */
  void put(double[] scaled, double[] point) {
    for (int each = 0; each < dimensions.length; each++) {
      point[dimensions[each]] = scaled[each] * widths[each];
    }
  }

  static boolean isKnown(double[] scaled) {
    return DoubleStream.of(scaled).noneMatch(Double::isNaN);
  }

  private static boolean isContinuous(Dimension dimension) {
    return dimension.isOrdered() && dimension.count().isEmpty();
  }

  private static double[] scaled(double[] point, int[] dimensions, double[] widths) {
    double[] scaled = new double[dimensions.length];
    for (int each = 0; each < scaled.length; each++) {
      scaled[each] = point[dimensions[each]] / widths[each];
    }
    return scaled;
  }

  private static double[][] correlations(int size, List<double[]> points) {
    double share = points.size() / (points.size() + size * (size + 1) / 2.0);
    double[][] products = products(size, points);
    double[][] matrix = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int each = 0; each < size; each++) {
        double scale = StrictMath.sqrt(products[row][row] * products[each][each]);
        // Where all are at the same place, nothing is known.
        matrix[row][each] = scale > 0 ? share * products[row][each] / scale : 0;
      }
      matrix[row][row] = 1;
    }
    return matrix;
  }

  /** Sums of products of how far points are from their mean. */
  private static double[][] products(int size, List<double[]> points) {
    double[] mean = new double[size];
    points.forEach(point -> Arrays.setAll(mean, each -> mean[each] + point[each] / points.size()));
    double[][] sums = new double[size][size];
    for (double[] point : points) {
      for (int row = 0; row < size; row++) {
        for (int each = 0; each < size; each++) {
          sums[row][each] += (point[row] - mean[row]) * (point[each] - mean[each]);
        }
      }
    }
    return sums;
  }
}
