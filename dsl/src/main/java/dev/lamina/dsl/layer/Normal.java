package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Every weight is drawn from a normal distribution.
 *
 * @param stddev its standard deviation, at least 0; 0.05 by default, as in Keras
 * @param mean its mean; 0 by default
 */
public record Normal(double stddev, double mean) implements Initializer {

  private static final double DEFAULT_STDDEV = 0.05;

  /** With a standard deviation of 0.05 around 0. */
  public Normal() {
    this(DEFAULT_STDDEV);
  }

  /** With this standard deviation around 0. */
  public Normal(double stddev) {
    this(stddev, 0);
  }

  /** Checks the numbers. */
  public Normal {
    Requirement.of("normal", stddev)
        .notNegative("stddev", stddev, "give a standard deviation, such as `normal(0.05)`")
        .finite("mean", mean, "give a finite number, such as 0");
  }

  /** The same distribution around another mean. */
  public Normal mean(double center) {
    return new Normal(stddev, center);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.normal(this);
  }

  @Override
  public String toString() {
    Code code = stddev == DEFAULT_STDDEV ? Code.call("normal") : Code.call("normal", stddev);
    return code.thenIf(mean != 0, "mean", mean).toString();
  }
}
