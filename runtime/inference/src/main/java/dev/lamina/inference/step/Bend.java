package dev.lamina.inference.step;

import dev.lamina.dsl.activation.Activation;

/**
 * An activation function: {@code y = f(x)}.
 *
 * @param function f
 */
public record Bend(Activation function) implements Step {

  @Override
  public int width(int width) {
    return width;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.bend(this);
  }

  @Override
  public String toString() {
    return function.word();
  }
}
