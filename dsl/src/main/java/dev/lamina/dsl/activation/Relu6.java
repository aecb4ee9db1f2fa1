package dev.lamina.dsl.activation;

/**
 * Rectified linear unit with a ceiling: {@code f(z) = min(max(0, z), 6)}, {@code f'(z) = 1} for
 * {@code 0 < z < 6} and 0 otherwise (Krizhevsky 2010).
 */
public record Relu6() implements Activation {

  @Override
  public String word() {
    return "relu6()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.relu6(this);
  }

  @Override
  public String toString() {
    return "RELU6";
  }
}
