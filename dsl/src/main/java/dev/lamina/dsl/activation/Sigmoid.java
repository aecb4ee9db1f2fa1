package dev.lamina.dsl.activation;

/**
 * Logistic function: {@code f(z) = 1 / (1 + e^-z)}, between 0 and 1, {@code f'(z) = f(z) (1 -
 * f(z))}; the output of binary classifiers. It saturates for large |z|.
 */
public record Sigmoid() implements Activation {

  @Override
  public String word() {
    return "sigmoid()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.sigmoid(this);
  }

  @Override
  public String toString() {
    return "SIGMOID";
  }
}
