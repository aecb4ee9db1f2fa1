package dev.lamina.dsl.activation;

/**
 * Gaussian error linear unit: {@code f(z) = z Phi(z)} with {@code Phi(z) = (1 + erf(z / sqrt 2)) /
 * 2}, the distribution function of N(0, 1); {@code f'(z) = Phi(z) + z e^(-z^2 / 2) / sqrt(2 pi)}
 * (Hendrycks and Gimpel 2016). Its approximation is {@link GeluTanh}.
 */
public record Gelu() implements Activation {

  @Override
  public String word() {
    return "gelu()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.gelu(this);
  }

  @Override
  public String toString() {
    return "GELU";
  }
}
