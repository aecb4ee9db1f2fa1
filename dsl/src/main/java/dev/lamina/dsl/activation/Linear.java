package dev.lamina.dsl.activation;

/**
 * No activation: {@code f(z) = z}, {@code f'(z) = 1}. Layers of linear neurons alone collapse into
 * one.
 */
public record Linear() implements Activation {

  @Override
  public String word() {
    return "linear()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.linear(this);
  }

  @Override
  public String toString() {
    return "LINEAR";
  }
}
