package dev.lamina.dsl.activation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Exponential linear unit: {@code f(z) = z} for z > 0 and {@code alpha (e^z - 1)} otherwise
 * (Clevert et al. 2015).
 *
 * @param alpha minus the limit for z towards minus infinity, at least 0; 1 by default
 */
public record Elu(double alpha) implements Activation {

  /** With the default limit, -1. */
  public Elu() {
    this(1);
  }

  /** Checks the limit. */
  public Elu {
    Requirement.of("elu", alpha).notNegative("alpha", alpha, "give a limit, such as `elu(1)`");
  }

  /** The same function with this limit. */
  public Elu alpha(double limit) {
    return new Elu(limit);
  }

  @Override
  public String word() {
    Code word = equals(new Elu()) ? Code.call("elu") : Code.call("elu", alpha);
    return word.toString();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.elu(this);
  }

  @Override
  public String toString() {
    return new Code("ELU").thenIf(!equals(new Elu()), "alpha", alpha).toString();
  }
}
