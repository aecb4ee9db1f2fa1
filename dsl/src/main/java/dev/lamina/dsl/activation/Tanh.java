package dev.lamina.dsl.activation;

/**
 * Hyperbolic tangent: {@code f(z) = 2 sigmoid(2 z) - 1}, between -1 and 1, zero-centred, {@code
 * f'(z) = 1 - f(z)^2}.
 */
public record Tanh() implements Activation {

  @Override
  public String word() {
    return "tanh()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.tanh(this);
  }

  @Override
  public String toString() {
    return "TANH";
  }
}
