package dev.lamina.training.data;

/**
 * How features are brought to one scale, each by itself: {@code (x - center) / scale}, where both
 * come from the training part of the data.
 *
 * <p>{@link Normalizers} has those that are known; others may be given as a lambda.
 */
@FunctionalInterface
public interface Normalizer {

  /**
   * What it does to one feature.
   *
   * @param values what the feature is in each sample of the training part: at least one value, all
   *     finite, an array of the normalizer's own
   */
  Fit fit(double[] values);

  /**
   * What is done to one feature: {@code (x - center) / scale}.
   *
   * @param center what becomes 0
   * @param scale what is divided by, above 0
   */
  record Fit(double center, double scale) {}
}
