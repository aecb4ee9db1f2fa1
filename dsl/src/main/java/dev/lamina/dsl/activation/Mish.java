package dev.lamina.dsl.activation;

/**
 * Mish: {@code f(z) = z tanh(s)} with {@code s = ln(1 + e^z)}, {@code f'(z) = tanh(s) + z (1 -
 * tanh^2(s)) sigmoid(z)} (Misra 2019).
 */
public record Mish() implements Activation {

  @Override
  public String word() {
    return "mish()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.mish(this);
  }

  @Override
  public String toString() {
    return "MISH";
  }
}
