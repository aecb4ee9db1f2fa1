package dev.lamina.dsl.activation;

/**
 * Normalized exponentials: {@code f(z)_i = e^z_i / sum_j e^z_j}, positive and summing to 1; the
 * output of multi-class classifiers. Its gradient is {@code df_i / dz_j = f_i (delta_ij - f_j)}.
 */
public record Softmax() implements Activation {

  @Override
  public String word() {
    return "softmax()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.softmax(this);
  }

  @Override
  public String toString() {
    return "SOFTMAX";
  }
}
