package dev.lamina.dsl.activation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Leaky rectified linear unit: {@code f(z) = z} for z > 0 and {@code alpha z} otherwise (Maas et
 * al. 2013); it cannot die as {@link Relu} can.
 *
 * @param alpha the slope for negative z, at least 0; 0.01 by default
 */
public record LeakyRelu(double alpha) implements Activation {

  /** With the default slope, 0.01. */
  public LeakyRelu() {
    this(0.01);
  }

  /** Checks the slope. */
  public LeakyRelu {
    Requirement.of("leakyRelu", alpha)
        .notNegative("alpha", alpha, "give a small slope, such as `leakyRelu(0.01)`");
  }

  /** The same function with this slope for negative z. */
  public LeakyRelu alpha(double slope) {
    return new LeakyRelu(slope);
  }

  @Override
  public String word() {
    Code word = equals(new LeakyRelu()) ? Code.call("leakyRelu") : Code.call("leakyRelu", alpha);
    return word.toString();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.leakyRelu(this);
  }

  @Override
  public String toString() {
    return new Code("LEAKY_RELU").thenIf(!equals(new LeakyRelu()), "alpha", alpha).toString();
  }
}
