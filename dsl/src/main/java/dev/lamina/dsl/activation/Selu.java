package dev.lamina.dsl.activation;

/**
 * Self-normalizing exponential linear unit: {@code f(z) = s z} for z > 0 and {@code s a (e^z - 1)}
 * otherwise, with a = 1.6732632423543772 and s = 1.0507009873554805 (Klambauer et al. 2017).
 */
public record Selu() implements Activation {

  @Override
  public String word() {
    return "selu()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.selu(this);
  }

  @Override
  public String toString() {
    return "SELU";
  }
}
