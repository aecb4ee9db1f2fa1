package dev.lamina.dsl.activation;

/**
 * Softsign: {@code f(z) = z / (1 + |z|)}, between -1 and 1, {@code f'(z) = 1 / (1 + |z|)^2}; it
 * saturates more slowly than {@link Tanh} (Bergstra et al. 2009).
 */
public record Softsign() implements Activation {

  @Override
  public String word() {
    return "softsign()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.softsign(this);
  }

  @Override
  public String toString() {
    return "SOFTSIGN";
  }
}
