package dev.lamina.search.sampler;

import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Fits densities to points.
 *
 * @param space where they are
 * @param priorWeight what the last kernel counts, which is as wide as the space
 */
record ParzenFit(Space space, double priorWeight) {

  /** So many of the latest points count fully. */
  private static final int FULL = 25;

  private static final double MIDDLE = 0.5;

  /**
   * So much more the prior counts for choices, or the first ones that went well would be the last.
   */
  private static final double CURIOSITY = 4;

  /**
   * The density around these points, of which the latest is the last.
   *
   * @param points may have NaN where nothing is known, and then are as wide as the space there
   * @param widths how wide the kernels are
   */
  ParzenEstimator of(List<double[]> points, Widths widths) {
    List<Kernels> kernels =
        IntStream.range(0, space.size()).mapToObj(each -> kernels(each, points, widths)).toList();
    return new ParzenEstimator(weights(points.size()), kernels);
  }

  /**
   * What each of so many kernels counts, and the prior: from {@code 1 / n} for the first up to 1
   * for the one before the latest 25 evenly, and those 1.
   */
  double[] weights(int points) {
    double[] weights = new double[points + 1];
    Arrays.fill(weights, 1);
    int early = points - FULL;
    for (int each = 0; each < early; each++) {
      double least = 1.0 / points;
      double way = early == 1 ? 0 : each / (early - 1.0);
      weights[each] = least + (1 - least) * way;
    }
    weights[points] = priorWeight;
    return weights;
  }

  private Kernels kernels(int index, List<double[]> points, Widths widths) {
    Dimension dimension = space.dimensions().get(index);
    double[] centers = Arrays.copyOf(places(index, points), points.size() + 1);
    centers[points.size()] = Double.NaN;
    return dimension.isOrdered()
        ? new OrderedKernels(dimension, filled(centers), widths.of(centers))
        : new ChoiceKernels(dimension, centers, CURIOSITY * priorWeight / centers.length);
  }

  private static double[] filled(double[] centers) {
    return DoubleStream.of(centers).map(each -> Double.isNaN(each) ? MIDDLE : each).toArray();
  }

  private static double[] places(int index, List<double[]> points) {
    return points.stream().mapToDouble(each -> each[index]).toArray();
  }
}
