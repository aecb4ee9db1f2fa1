package dev.lamina.dsl.activation;

/**
 * Rectified linear unit: {@code f(z) = max(0, z)}, {@code f'(z) = 1} for z > 0 and 0 otherwise
 * (Nair and Hinton 2010).
 */
public record Relu() implements Activation {

  @Override
  public String word() {
    return "relu()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.relu(this);
  }

  @Override
  public String toString() {
    return "RELU";
  }
}
