package dev.lamina.dsl.activation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Normalized exponentials: {@code f(z)_i = e^(z_i / T) / sum_j e^(z_j / T)}, positive and summing
 * to 1; the output of multi-class classifiers. Its gradient is {@code df_i / dz_j = f_i (delta_ij -
 * f_j) / T}. With the temperature T towards infinity all outputs become equal, with T towards 0 the
 * largest becomes 1 and the others 0 (Hinton et al. 2015).
 *
 * @param temperature T, from 1e-30 to 1e30; 1 by default
 */
public record Softmax(double temperature) implements Activation {

  /** With the default temperature, 1. */
  public Softmax() {
    this(1);
  }

  /** Checks the temperature: beyond these bounds single precision would overflow. */
  public Softmax {
    Requirement.of("softmax", temperature)
        .that(
            temperature >= 1e-30 && temperature <= 1e30,
            "temperature",
            "a number from 1e-30 to 1e30",
            temperature,
            "give a temperature above 0, such as `softmax(2)`");
  }

  /** The same function with this temperature. */
  public Softmax temperature(double degree) {
    return new Softmax(degree);
  }

  @Override
  public String word() {
    Code word = equals(new Softmax()) ? Code.call("softmax") : Code.call("softmax", temperature);
    return word.toString();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.softmax(this);
  }

  @Override
  public String toString() {
    return new Code("SOFTMAX")
        .thenIf(!equals(new Softmax()), "temperature", temperature)
        .toString();
  }
}
