package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * The weights of each neuron have a Euclidean norm of at most {@code max}: where it is larger, they
 * become {@code w max / ||w||} (Srebro and Shraibman 2005; with dropout, Srivastava et al. 2014).
 *
 * @param max the bound, above 0
 */
public record MaxNorm(double max) implements Constraint {

  /** Checks the bound. */
  public MaxNorm {
    Requirement.of("maxNorm", max)
        .positive("max", max, "give the largest norm, such as `maxNorm(3)`");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.maxNorm(this);
  }

  @Override
  public String toString() {
    return Code.call("maxNorm", max).toString();
  }
}
