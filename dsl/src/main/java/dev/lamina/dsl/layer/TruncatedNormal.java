package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Every weight is drawn from a normal distribution, and again where it lies more than two standard
 * deviations from the mean.
 *
 * <p>As in Keras, the standard deviation is that before the cut; the weights have 0.8796 times as
 * much. (The normal ones of {@link VarianceScaling} make up for that.)
 *
 * @param stddev the standard deviation before the cut, at least 0; 0.05 by default, as in Keras
 * @param mean the mean; 0 by default
 */
public record TruncatedNormal(double stddev, double mean) implements Initializer {

  private static final double DEFAULT_STDDEV = 0.05;

  /** With a standard deviation of 0.05 around 0. */
  public TruncatedNormal() {
    this(DEFAULT_STDDEV);
  }

  /** With this standard deviation around 0. */
  public TruncatedNormal(double stddev) {
    this(stddev, 0);
  }

  /** Checks the numbers. */
  public TruncatedNormal {
    String fix = "give a standard deviation, such as `truncatedNormal(0.05)`";
    Requirement.of("truncatedNormal", stddev)
        .notNegative("stddev", stddev, fix)
        .finite("mean", mean, "give a finite number, such as 0");
  }

  /** The same distribution around another mean. */
  public TruncatedNormal mean(double center) {
    return new TruncatedNormal(stddev, center);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.truncatedNormal(this);
  }

  @Override
  public String toString() {
    Code code =
        stddev == DEFAULT_STDDEV
            ? Code.call("truncatedNormal")
            : Code.call("truncatedNormal", stddev);
    return code.thenIf(mean != 0, "mean", mean).toString();
  }
}
