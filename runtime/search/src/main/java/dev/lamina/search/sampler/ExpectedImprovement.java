package dev.lamina.search.sampler;

/**
 * The logarithm of what a normal distribution is expected to improve, {@code h(z) = φ(z) + z Φ(z)}
 * (Ament, Daulton, Eriksson, Balandat and Bakshy, 2023, "Unexpected Improvements to Expected
 * Improvement for Bayesian Optimization"), which has a slope where the improvement itself is zero
 * to the last bit.
 *
 * <p>With {@code t = -z} and Mills' ratio as the continued fraction {@code 1/(t + 1/(t + 2/(t +
 * ...)))}, {@code h} is {@code φ(t) / (f g)} with {@code g = t + 2/(t + 3/(t + ...))} and {@code f
 * = t + 1/g}: nothing cancels, however far out.
 */
final class ExpectedImprovement {

  /** Beyond, the fraction is taken. */
  private static final double TAIL = -1;

  /** So many terms are exact at 1, and fewer farther out. */
  private static final double TERMS = 400;

  private static final int LEAST_TERMS = 20;

  private ExpectedImprovement() {}

  /** The logarithm of {@code h}. */
  static double log(double z) {
    if (z > TAIL) {
      return StrictMath.log(direct(z));
    }
    double rest = rest(-z);
    return Normal.logDensity(z) - StrictMath.log(-z + 1 / rest) - StrictMath.log(rest);
  }

  /** How fast that grows, {@code Φ(z) / h(z)}. */
  static double slope(double z) {
    return z > TAIL ? Normal.below(z) / direct(z) : rest(-z);
  }

  private static double direct(double z) {
    return StrictMath.exp(Normal.logDensity(z)) + z * Normal.below(z);
  }

  /** {@code g}. */
  private static double rest(double t) {
    int terms = LEAST_TERMS + (int) (TERMS / (t * t));
    double below = t;
    for (int each = terms; each > 1; each--) {
      below = t + each / below;
    }
    return below;
  }
}
