package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Every weight is drawn uniformly between two bounds: mean {@code (min + max) / 2}, variance {@code
 * (max - min)^2 / 12}.
 *
 * @param min the smaller bound, finite; -0.05 by default, as in Keras
 * @param max the larger bound, finite; 0.05 by default, as in Keras
 */
public record Uniform(double min, double max) implements Initializer {

  private static final double DEFAULT_BOUND = 0.05;

  /** Between -0.05 and 0.05. */
  public Uniform() {
    this(-DEFAULT_BOUND, DEFAULT_BOUND);
  }

  /** Checks the bounds. */
  public Uniform {
    String fix = "give the smaller bound, then the larger, such as `uniform(-0.05, 0.05)`";
    Requirement.of("uniform", min, max)
        .finite("min", min, fix)
        .finite("max", max, fix)
        .that(min <= max, "min", "at most `max`", min, fix)
        .finite("max - min", max - min, "give bounds that are nearer to each other");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.uniform(this);
  }

  @Override
  public String toString() {
    return equals(new Uniform()) ? "uniform()" : Code.call("uniform", min, max).toString();
  }
}
