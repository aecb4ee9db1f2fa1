package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * The weights of each neuron have a Euclidean norm between two bounds: beyond them they become
 * {@code w bound / ||w||}; where all are 0 they stay so.
 *
 * @param min the smaller bound, at least 0
 * @param max the larger bound, above 0
 */
public record MinMaxNorm(double min, double max) implements Constraint {

  /** Checks the bounds. */
  public MinMaxNorm {
    String fix = "give the smallest norm, then the largest, such as `minMaxNorm(0.5, 2)`";
    Requirement.of("minMaxNorm", min, max)
        .notNegative("min", min, fix)
        .positive("max", max, fix)
        .that(min <= max, "min", "at most `max`", min, fix);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.minMaxNorm(this);
  }

  @Override
  public String toString() {
    return Code.call("minMaxNorm", min, max).toString();
  }
}
