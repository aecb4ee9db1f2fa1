package dev.lamina.search.sampler;

import java.util.List;

/**
 * How badly scales explain values: {@code (yᵀ K⁻¹ y + log |K|) / 2}, which is minus the logarithm
 * of the marginal likelihood but for a constant, less the logarithm of a prior (Rasmussen and
 * Williams, 2006, "Gaussian Processes for Machine Learning", section 5.4).
 *
 * <p>The prior of a length is log-normal, with {@code √2 + log(d) / 2} and {@code √3} in {@code d}
 * dimensions (Hvarfner, Hellsten and Nardi, 2024, "Vanilla Bayesian Optimization Performs Great in
 * High Dimensions"); those of the variances are gamma distributions with the shapes and rates (2,
 * 1) and (1.1, 30), as Optuna's.
 */
final class Evidence implements Smooth {

  private static final double LOG_LENGTH = StrictMath.sqrt(2);
  private static final double LOG_LENGTH_VARIANCE = 3;
  private static final double SIGNAL_SHAPE = 2;
  private static final double SIGNAL_RATE = 1;
  private static final double NOISE_SHAPE = 1.1;
  private static final double NOISE_RATE = 30;

  private final double[][] pairs;
  private final double[] values;

  /** Of values at these points. */
  Evidence(Metric metric, List<double[]> points, double[] values) {
    this.pairs = metric.pairs(points);
    this.values = values.clone();
  }

  @Override
  public Tangent at(double[] logs) {
    Scales scales = new Scales(logs);
    Matern kernel = new Matern(squares(scales));
    Cholesky factor = new Cholesky(matrix(kernel, scales));
    double[] weights = factor.solve(values);
    double fit = 0;
    for (int each = 0; each < values.length; each++) {
      fit += values[each] * weights[each];
    }
    double[] gradient = gradient(scales, kernel, weights, factor.inverseOfMatrix());
    return withPrior(logs, (fit + factor.logDeterminant()) / 2, gradient, scales);
  }

  private double[] squares(Scales scales) {
    double[] squares = new double[values.length * (values.length - 1) / 2];
    for (int dimension = 0; dimension < pairs.length; dimension++) {
      double factor = scales.inverseSquare(dimension);
      double[] apart = pairs[dimension];
      for (int pair = 0; pair < squares.length; pair++) {
        squares[pair] += factor * apart[pair];
      }
    }
    return squares;
  }

  private double[][] matrix(Matern kernel, Scales scales) {
    double[][] matrix = new double[values.length][values.length];
    double signal = scales.signal();
    int pair = 0;
    for (int right = 0; right < values.length; right++) {
      for (int left = 0; left < right; left++) {
        matrix[left][right] = signal * kernel.value(pair);
        pair++;
      }
      matrix[right][right] = signal + scales.noise();
    }
    return matrix;
  }

  private double[] gradient(Scales scales, Matern kernel, double[] weights, double[][] inverse) {
    int size = scales.size();
    double[] gradient = new double[size + 2];
    double[] slopes = new double[values.length * (values.length - 1) / 2];
    double bySignal = 0;
    double trace = 0;
    int pair = 0;
    for (int right = 0; right < values.length; right++) {
      for (int left = 0; left < right; left++) {
        double change = inverse[right][left] - weights[right] * weights[left];
        bySignal += change * kernel.value(pair);
        slopes[pair] = change * kernel.slope(pair);
        pair++;
      }
      trace += inverse[right][right] - weights[right] * weights[right];
    }
    for (int dimension = 0; dimension < size; dimension++) {
      gradient[dimension] =
          scales.signal() * scales.inverseSquare(dimension) * product(slopes, pairs[dimension]);
    }
    gradient[size] = scales.signal() * (bySignal + trace / 2);
    gradient[size + 1] = scales.noise() * trace / 2;
    return gradient;
  }

  private static Tangent withPrior(double[] logs, double value, double[] gradient, Scales scales) {
    int size = scales.size();
    double middle = LOG_LENGTH + StrictMath.log(size) / 2;
    double sum = value;
    for (int each = 0; each < size; each++) {
      double off = logs[each] - middle;
      sum += logs[each] + off * off / (2 * LOG_LENGTH_VARIANCE);
      gradient[each] += 1 + off / LOG_LENGTH_VARIANCE;
    }
    sum += SIGNAL_RATE * scales.signal() - (SIGNAL_SHAPE - 1) * logs[size];
    gradient[size] += SIGNAL_RATE * scales.signal() - (SIGNAL_SHAPE - 1);
    sum += NOISE_RATE * scales.noise() - (NOISE_SHAPE - 1) * logs[size + 1];
    gradient[size + 1] += NOISE_RATE * scales.noise() - (NOISE_SHAPE - 1);
    return new Tangent(sum, gradient);
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int each = 0; each < left.length; each++) {
      sum += left[each] * right[each];
    }
    return sum;
  }
}
