package dev.lamina.dsl.activation;

/**
 * Smooth form of {@link Relu}: {@code f(z) = ln(1 + e^z)}, positive, {@code f'(z) = sigmoid(z)}
 * (Dugas et al. 2001).
 */
public record Softplus() implements Activation {

  @Override
  public String word() {
    return "softplus()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.softplus(this);
  }

  @Override
  public String toString() {
    return "SOFTPLUS";
  }
}
