package dev.lamina.search.sampler;

import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits densities to points, all with kernels of the same widths and lean: a quotient of two
 * densities says how good a place is only where both are equally fine.
 *
 * @param space where the points are
 * @param priorWeight what the last kernel counts, which is as wide as the space
 * @param isIndependent whether densities take each dimension to be independent of the others
 * @param widths how wide the other kernels are in each dimension
 * @param lean which way they lean, where dimensions are not independent
 */
record ParzenFit(
    Space space, double priorWeight, boolean isIndependent, List<Double> widths, Lean lean) {

  /** So many of the latest points count fully. */
  private static final int FULL = 25;

  private static final double MIDDLE = 0.5;

  /** No kernel is narrower than so many times the mean distance of all trials on a line. */
  private static final double FINEST = 2.5;

  /**
   * So much more the prior counts for choices, or the first ones that went well would be the last.
   */
  private static final double CURIOSITY = 2;

  ParzenFit {
    widths = List.copyOf(widths);
  }

  /**
   * With kernels that narrow where good points gather: as wide as these spread, by Scott's rule
   * (1992), {@code s k^(-1/(d+4))} for {@code k} points in {@code d} dimensions with a standard
   * deviation of {@code s}; between {@code 2.5 / n} and 1.
   *
   * @param good the points, with NaN where nothing is known
   * @param trials of so many, {@code n}
   */
  static ParzenFit to(
      Space space, double priorWeight, boolean isIndependent, List<double[]> good, int trials) {
    double least = Math.min(1, FINEST / trials);
    List<Double> widths =
        IntStream.range(0, space.size())
            .mapToObj(each -> known(places(each, good)))
            .map(places -> Math.min(1, Math.max(least, scott(places, space.size()))))
            .toList();
    return new ParzenFit(
        space, priorWeight, isIndependent, widths, Lean.along(space, widths, good));
  }

  /** The density around these points, of which the latest is the last and counts the most. */
  ParzenEstimator of(List<double[]> points) {
    return of(points, latest(points.size()));
  }

  /**
   * The density around these points.
   *
   * @param points may have NaN where nothing is known, and then are as wide as the space there
   * @param weights what each counts
   */
  ParzenEstimator of(List<double[]> points, double[] weights) {
    List<Kernels> kernels =
        IntStream.range(0, space.size()).mapToObj(each -> kernels(each, points)).toList();
    double[] all = Arrays.copyOf(weights, points.size() + 1);
    all[points.size()] = priorWeight;
    return new ParzenEstimator(all, kernels, lean.around(points), isIndependent);
  }

  /**
   * What each of so many points counts: from {@code 1 / n} for the first up to 1 for the one before
   * the latest 25 evenly, and those 1.
   */
  static double[] latest(int points) {
    double[] weights = new double[points];
    Arrays.fill(weights, 1);
    int early = points - FULL;
    for (int each = 0; each < early; each++) {
      double least = 1.0 / points;
      double way = early == 1 ? 0 : each / (early - 1.0);
      weights[each] = least + (1 - least) * way;
    }
    return weights;
  }

  private Kernels kernels(int index, List<double[]> points) {
    Dimension dimension = space.dimensions().get(index);
    double[] centers = Arrays.copyOf(places(index, points), points.size() + 1);
    centers[points.size()] = Double.NaN;
    return dimension.isOrdered()
        ? new OrderedKernels(
            dimension,
            each(centers, center -> Double.isNaN(center) ? MIDDLE : center),
            each(centers, center -> Double.isNaN(center) ? 1 : widths.get(index)))
        : new ChoiceKernels(dimension, centers, CURIOSITY * priorWeight / centers.length);
  }

  private static double scott(double[] places, int dimensions) {
    return deviation(places) * StrictMath.pow(Math.max(1, places.length), -1.0 / (dimensions + 4));
  }

  private static double deviation(double[] places) {
    if (places.length < 2) {
      // That of places all over the range.
      return StrictMath.sqrt(1.0 / 12);
    }
    double mean = 0;
    for (double place : places) {
      mean += place / places.length;
    }
    double squares = 0;
    for (double place : places) {
      squares += (place - mean) * (place - mean);
    }
    return StrictMath.sqrt(squares / (places.length - 1));
  }

  private static double[] places(int index, List<double[]> points) {
    return points.stream().mapToDouble(each -> each[index]).toArray();
  }

  private static double[] known(double[] places) {
    return DoubleStream.of(places).filter(each -> !Double.isNaN(each)).toArray();
  }

  private static double[] each(double[] places, DoubleUnaryOperator function) {
    return DoubleStream.of(places).map(function).toArray();
  }
}
