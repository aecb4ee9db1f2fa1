package dev.lamina.training.preparation;

import java.util.SplittableRandom;

/**
 * Draws from the beta distribution B(alpha, alpha): {@code g / (g + h)} with g and h from the gamma
 * distribution of that shape (Marsaglia and Tsang 2000).
 *
 * <p>In logarithms, as g and h both round to 0 where alpha is small.
 *
 * @param alpha the shape, above 0
 */
record BetaShare(double alpha) {

  private static final double THIRD = 1.0 / 3;

  /** A number in [0, 1]. */
  double draw(SplittableRandom random) {
    double g = logGamma(random);
    double h = logGamma(random);
    return 1 / (1 + Math.exp(h - g));
  }

  /** A shape below 1 is drawn as one more, times {@code u^(1 / alpha)}. */
  private double logGamma(SplittableRandom random) {
    return alpha < 1
        ? Math.log(random.nextDouble()) / alpha + logGamma(alpha + 1, random)
        : logGamma(alpha, random);
  }

  private static double logGamma(double shape, SplittableRandom random) {
    double d = shape - THIRD;
    double c = THIRD / Math.sqrt(d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      if (root > 0) {
        double cube = root * root * root;
        double bound = normal * normal / 2 + d * (1 - cube + Math.log(cube));
        if (Math.log(random.nextDouble()) < bound) {
          return Math.log(d * cube);
        }
      }
    }
  }
}
