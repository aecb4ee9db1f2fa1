package dev.lamina.dsl.layer;

/**
 * The weights of each neuron have a Euclidean norm of 1: they become {@code w / ||w||}; where all
 * are 0 they stay so.
 */
public record UnitNorm() implements Constraint {

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.unitNorm(this);
  }

  @Override
  public String toString() {
    return "unitNorm()";
  }
}
