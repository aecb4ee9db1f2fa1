package dev.lamina.dsl.layer;

import java.util.List;

/**
 * Numbers that a layer learns or keeps, under the name that Keras gives them.
 *
 * @param name such as {@code kernel} or {@code bias}
 * @param shape {@code [n]} or {@code [inputs, units]}
 * @param trainable whether gradient descent moves them; running averages are not trainable
 */
public record Parameter(String name, List<Integer> shape, boolean trainable) {

  /** Copies the shape. */
  public Parameter {
    shape = List.copyOf(shape);
  }

  /** Numbers that gradient descent leaves alone. */
  static Parameter kept(String name, Integer... shape) {
    return new Parameter(name, List.of(shape), false);
  }

  /** How many numbers there are. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
