package dev.lamina.search.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is believed of the values everywhere, given some: a Gaussian process of mean 0 with the
 * kernel {@link Matern} (Rasmussen and Williams, 2006, algorithm 2.1).
 *
 * <p>Points whose values are still to come are taken as if they had the mean that is believed there
 * (Ginsbourger, Le Riche and Carraro, 2010, "Kriging Is Well-Suited to Parallelize Optimization":
 * the Kriging believer), which changes no mean, but leaves less uncertain there.
 */
final class Surrogate {

  private static final double LEAST_VARIANCE = 1e-12;

  private final Metric metric;
  private final Scales scales;
  private final List<double[]> points;
  private final double[] weights;
  private final double[][] rows;
  private final double[][] columns;

  /**
   * Given this.
   *
   * @param known points whose values are known
   * @param values their values
   * @param coming points whose values are not known yet
   */
  Surrogate(
      Metric metric, Scales scales, List<double[]> known, double[] values, List<double[]> coming) {
    this.metric = metric;
    this.scales = scales;
    this.points = new ArrayList<>(known);
    // What is believed has no weight of its own.
    this.weights =
        Arrays.copyOf(new Cholesky(matrix()).solve(values), known.size() + coming.size());
    this.points.addAll(coming);
    this.rows = new Cholesky(matrix()).inverse();
    this.columns = transposed(rows);
  }

  /** The mean that is believed at a point. */
  double mean(double[] point) {
    return mean(kernel(point));
  }

  /** What is believed at a point. */
  Belief at(double[] point) {
    Matern kernel = kernel(point);
    return new Belief(mean(kernel), StrictMath.sqrt(variance(whitened(kernel))));
  }

  /** The least mean that is believed at any point that was given. */
  double leastMean() {
    return points.stream().mapToDouble(this::mean).min().orElseThrow();
  }

  /** How the mean and the deviation change with each place. */
  Slopes slopes(double[] point) {
    Matern kernel = kernel(point);
    double[] white = whitened(kernel);
    double deviation = StrictMath.sqrt(variance(white));
    double[] pull = new double[points.size()];
    for (int row = 0; row < rows.length; row++) {
      for (int each = 0; each <= row; each++) {
        pull[each] += white[row] * rows[row][each];
      }
    }
    double[] means = new double[point.length];
    double[] deviations = new double[point.length];
    for (int each = 0; each < points.size(); each++) {
      double shrinking = scales.signal() * kernel.slope(each);
      for (int dimension = 0; dimension < point.length; dimension++) {
        double apart = metric.apart(dimension, point[dimension], points.get(each)[dimension]);
        double change = -shrinking * apart * scales.inverseSquare(dimension);
        means[dimension] += weights[each] * change;
        deviations[dimension] -= pull[each] * change / deviation;
      }
    }
    return new Slopes(new Tangent(mean(kernel), means), new Tangent(deviation, deviations));
  }

  /** To the right of the diagonal. */
  private double[][] matrix() {
    double[][] matrix = new double[points.size()][points.size()];
    for (int row = 0; row < matrix.length; row++) {
      Matern kernel = kernel(points.get(row), row);
      for (int each = row; each < matrix.length; each++) {
        matrix[row][each] = scales.signal() * kernel.value(each - row);
      }
      matrix[row][row] += scales.noise();
    }
    return matrix;
  }

  private Matern kernel(double[] point) {
    return kernel(point, 0);
  }

  private Matern kernel(double[] point, int first) {
    double[] squares = new double[points.size() - first];
    for (int each = 0; each < squares.length; each++) {
      double[] other = points.get(first + each);
      for (int dimension = 0; dimension < point.length; dimension++) {
        squares[each] +=
            scales.inverseSquare(dimension)
                * metric.squared(dimension, point[dimension], other[dimension]);
      }
    }
    return new Matern(squares);
  }

  private double mean(Matern kernel) {
    double sum = 0;
    for (int each = 0; each < weights.length; each++) {
      sum += weights[each] * kernel.value(each);
    }
    return scales.signal() * sum;
  }

  /** {@code L⁻¹ k}. */
  private double[] whitened(Matern kernel) {
    double[] white = new double[columns.length];
    for (int column = 0; column < columns.length; column++) {
      double factor = scales.signal() * kernel.value(column);
      double[] entries = columns[column];
      for (int each = column; each < entries.length; each++) {
        white[each] += factor * entries[each];
      }
    }
    return white;
  }

  private double variance(double[] white) {
    double rest = scales.signal();
    for (double each : white) {
      rest -= each * each;
    }
    return Math.max(LEAST_VARIANCE, rest);
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows.length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int each = 0; each <= row; each++) {
        columns[each][row] = rows[row][each];
      }
    }
    return columns;
  }

  /**
   * What is believed of a value.
   *
   * @param mean what is expected
   * @param deviation how uncertain that is
   */
  record Belief(double mean, double deviation) {}

  /**
   * How what is believed changes.
   *
   * @param mean what is expected
   * @param deviation how uncertain that is
   */
  record Slopes(Tangent mean, Tangent deviation) {}
}
