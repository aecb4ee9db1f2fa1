package dev.lamina.inference.function;

/**
 * The distribution function of N(0, 1), to nearly all digits.
 *
 * <p>The tail {@code Q(x) = P(X > x)} is expanded into a Taylor series around each multiple of 1/4:
 * {@code Q(c + h) = Q(c) - density(c) sum_k g_k h^(k + 1) / (k + 1)}, where the {@code g_k} of
 * {@code e^(-c h - h^2 / 2)} follow from {@code (k + 1) g_(k+1) = -c g_k - g_(k-1)}. The values at
 * the multiples are sums from the far tail inwards, in which nothing cancels.
 */
final class NormalDistribution {

  private static final double SPACING = 0.25;
  private static final int LAST = 40;
  private static final int TERMS = 18;

  /** For each multiple the coefficients of the powers of h, that of {@code h^0} first. */
  private final double[][] tails = new double[LAST + 1][];

  NormalDistribution() {
    for (int node = LAST; node >= 0; node--) {
      tails[node] = slopes(node * SPACING);
      tails[node][0] = node == LAST ? farTail(node * SPACING) : fromNext(node);
    }
  }

  /** P(X <= z). */
  double below(double z) {
    return z < 0 ? above(-z) : 1 - above(z);
  }

  /** P(X > x) for x from 0. */
  private double above(double x) {
    if (x > LAST * SPACING) {
      return 0;
    }
    int node = (int) (x / SPACING + 0.5);
    return value(tails[node], x - node * SPACING);
  }

  /** Half way to the next multiple with the series of either. */
  private double fromNext(int node) {
    double half = SPACING / 2;
    return value(tails[node + 1], -half) - value(tails[node], half);
  }

  /** The series without its constant. */
  private static double[] slopes(double c) {
    double[] coefficients = new double[TERMS + 1];
    double density = StrictMath.exp(-c * c / 2) / Math.sqrt(2 * Math.PI);
    double before = 0;
    double g = 1;
    for (int k = 0; k < TERMS; k++) {
      coefficients[k + 1] = -density * g / (k + 1);
      double next = (-c * g - before) / (k + 1);
      before = g;
      g = next;
    }
    return coefficients;
  }

  private static double value(double[] coefficients, double h) {
    double sum = 0;
    for (int k = TERMS; k >= 0; k--) {
      sum = sum * h + coefficients[k];
    }
    return sum;
  }

  /** The first terms of the asymptotic series. */
  private static double farTail(double c) {
    double density = StrictMath.exp(-c * c / 2) / Math.sqrt(2 * Math.PI);
    double square = 1 / (c * c);
    return density / c * (1 - square * (1 - 3 * square * (1 - 5 * square)));
  }
}
