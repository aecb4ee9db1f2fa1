package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Every weight starts at the same value.
 *
 * @param value that value, finite
 */
public record Constant(double value) implements Initializer {

  /** Checks the value. */
  public Constant {
    Requirement.of("constant", value).finite("value", value, "give a finite number");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.constant(this);
  }

  @Override
  public String toString() {
    if (equals(new Constant(0))) {
      return "zeros()";
    }
    return value == 1 ? "ones()" : Code.call("constant", value).toString();
  }
}
