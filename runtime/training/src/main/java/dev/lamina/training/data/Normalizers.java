package dev.lamina.training.data;

/** The ways in which features are brought to one scale; figures as scikit-learn has them. */
public final class Normalizers {

  private Normalizers() {}

  /**
   * Mean 0 and standard deviation 1: {@code (x - mean) / deviation}, where the deviation is the
   * root of the mean of squares, {@code sqrt(sum (x - mean)^2 / n)}. A feature that never varies is
   * divided by 1.
   */
  public static Normalizer standard() {
    return new StandardNormalizer();
  }

  /** Between 0 and 1: {@code (x - min) / (max - min)}. See {@link #minMax(double, double)}. */
  public static Normalizer minMax() {
    return minMax(0, 1);
  }

  /**
   * Between these: {@code (x - min) / (max - min) (high - low) + low}. What lies beyond the values
   * of the training part comes to lie beyond these; a feature that never varies becomes {@code
   * low}, as if its values had a range of 1.
   *
   * @param low what the smallest value becomes
   * @param high what the largest becomes, above {@code low}
   */
  public static Normalizer minMax(double low, double high) {
    return new MinMaxNormalizer(low, high);
  }

  /**
   * Median 0 and interquartile range 1, which few far values do not move: {@code (x - median) / (q3
   * - q1)}, quartiles interpolated linearly. Where the quartiles are equal, it is divided by 1.
   */
  public static Normalizer robust() {
    return new RobustNormalizer();
  }
}
