package dev.lamina.search.sampler;

import java.util.random.RandomGenerator;

/** The standard normal distribution, the same to the last bit on every machine. */
final class Normal {

  /** Beyond, one side has no mass that a double could tell. */
  private static final double FAR = 37;

  /** Beyond on both sides, nothing is missing that a double could tell from 1. */
  private static final double WHOLE = 8.5;

  /** Beyond, so many terms of the continued fraction are exact. */
  private static final double TAIL = 7.07106781186547;

  private static final int TERMS = 20;

  private static final double ROOT_OF_TWO_PI = StrictMath.sqrt(2 * Math.PI);
  private static final double LOG_ROOT_OF_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

  private Normal() {}

  /**
   * How likely a value is at most this, {@code Φ(x)}: Hart's rational approximation (1968, number
   * 5666), and a continued fraction far out; off by less than 1e-15, and in both tails by less than
   * one part in a hundred million.
   */
  static double below(double x) {
    double size = Math.abs(x);
    double tail;
    if (size > FAR) {
      tail = 0;
    } else if (size < TAIL) {
      tail = StrictMath.exp(-size * size / 2) * numerator(size) / denominator(size);
    } else {
      tail = StrictMath.exp(-size * size / 2) / (fraction(size) * ROOT_OF_TWO_PI);
    }
    return x > 0 ? 1 - tail : tail;
  }

  /** How likely a value is between two: taken where both are small, since 1 swallows digits. */
  static double between(double low, double high) {
    if (low < -WHOLE && high > WHOLE) {
      return 1;
    }
    return low > 0 ? below(-low) - below(-high) : below(high) - below(low);
  }

  /** The logarithm of the density {@code exp(-x²/2) / √(2π)}. */
  static double logDensity(double x) {
    return -x * x / 2 - LOG_ROOT_OF_TWO_PI;
  }

  /** One value at random (Marsaglia's polar method). */
  static double draw(RandomGenerator random) {
    double across;
    double size;
    do {
      across = 2 * random.nextDouble() - 1;
      double up = 2 * random.nextDouble() - 1;
      size = across * across + up * up;
    } while (size >= 1 || size == 0);
    return across * StrictMath.sqrt(-2 * StrictMath.log(size) / size);
  }

  private static double numerator(double x) {
    double sum = 3.52624965998911e-2;
    sum = sum * x + 0.700383064443688;
    sum = sum * x + 6.37396220353165;
    sum = sum * x + 33.912866078383;
    sum = sum * x + 112.079291497871;
    sum = sum * x + 221.213596169931;
    sum = sum * x + 220.206867912376;
    return sum;
  }

  private static double denominator(double x) {
    double sum = 8.83883476483184e-2;
    sum = sum * x + 1.75566716318264;
    sum = sum * x + 16.064177579207;
    sum = sum * x + 86.7807322029461;
    sum = sum * x + 296.564248779674;
    sum = sum * x + 637.333633378831;
    sum = sum * x + 793.826512519948;
    sum = sum * x + 440.413735824752;
    return sum;
  }

  /** Mills' ratio upside down, as a continued fraction. */
  private static double fraction(double x) {
    double below = x;
    for (int each = TERMS; each > 0; each--) {
      below = x + each / below;
    }
    return below;
  }
}
