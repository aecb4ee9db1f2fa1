package dev.lamina.inference.input;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;

/**
 * What is done to each feature before a network sees it: {@code (x - center) / scale}, in double
 * precision.
 *
 * <p>An immutable value, equal to another with the same numbers.
 *
 * @param centers what becomes 0, {@code [features]}
 * @param scales what is as far from the center as 1 from 0, above 0, {@code [features]}
 */
public record Normalization(double[] centers, double[] scales) {

  /** Checks and copies the numbers. */
  public Normalization {
    Requirement call =
        new Requirement(new Code("new Normalization(centers, scales)"))
            .present("centers", centers)
            .present("scales", scales)
            .that(
                scales.length == centers.length,
                "scales",
                "as many as the centers, which are " + centers.length + ",",
                scales.length,
                "give each feature a center and a scale");
    for (int feature = 0; feature < centers.length; feature++) {
      call.finite("centers[" + feature + "]", centers[feature], "give what becomes 0")
          .positive("scales[" + feature + "]", scales[feature], "give 1 for a feature to be kept");
    }
    centers = centers.clone();
    scales = scales.clone();
  }

  @Override
  public double[] centers() {
    return centers.clone();
  }

  @Override
  public double[] scales() {
    return scales.clone();
  }

  /** How many features a sample has. */
  public int width() {
    return centers.length;
  }

  /** What becomes of this value of a feature, counted from 0. */
  public double applied(int feature, double value) {
    return (value - centers[feature]) / scales[feature];
  }

  /** Does it to a sample in place, whose features start here. */
  public void apply(double[] values, int at) {
    for (int feature = 0; feature < centers.length; feature++) {
      values[at + feature] = applied(feature, values[at + feature]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalization that
        && Arrays.equals(centers, that.centers)
        && Arrays.equals(scales, that.scales);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(centers) + Arrays.hashCode(scales);
  }

  /** Such as {@code normalization[4]}, with the number of features. */
  @Override
  public String toString() {
    return "normalization[" + width() + "]";
  }
}
