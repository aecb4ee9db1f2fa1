package dev.lamina.dsl.network;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Flat;
import dev.lamina.dsl.shape.Shape;

/**
 * Where samples enter a network.
 *
 * @param shape what one sample looks like
 */
public record Input(Shape shape) {

  /** Checks that the shape is there. */
  public Input {
    Requirement.of("input", shape).present("shape", shape);
  }

  /** Samples of so many numbers. */
  public static Input flat(int width) {
    Requirement.of("input", width)
        .atLeast(1, "width", width, "give the number of features of one sample");
    return new Input(new Flat(width));
  }

  @Override
  public String toString() {
    return Code.call("input", shape.size()).toString();
  }
}
