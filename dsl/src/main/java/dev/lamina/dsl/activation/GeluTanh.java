package dev.lamina.dsl.activation;

/**
 * Gaussian error linear unit in its tanh form: {@code f(z) = z (1 + tanh u) / 2} with {@code u =
 * sqrt(2 / pi) (z + 0.044715 z^3)}, within 0.0005 of {@link Gelu}; {@code f'(z) = (1 + tanh u) / 2
 * + z (1 - tanh^2 u) u' / 2} (Hendrycks and Gimpel 2016).
 */
public record GeluTanh() implements Activation {

  @Override
  public String word() {
    return "geluTanh()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.geluTanh(this);
  }

  @Override
  public String toString() {
    return "GELU_TANH";
  }
}
