package dev.lamina.dsl.shape;

import dev.lamina.dsl.problem.Requirement;

/**
 * A vector: {@code width} numbers a sample, {@code [batch, width]} a batch.
 *
 * @param width how many numbers, at least 1
 */
public record Flat(int width) implements Shape {

  /** Checks the width. */
  public Flat {
    Requirement.of("flat", width)
        .atLeast(1, "width", width, "give the number of values of one sample");
  }

  @Override
  public int size() {
    return width;
  }

  @Override
  public String batchText() {
    return "(None, " + width + ")";
  }

  @Override
  public String toString() {
    return "flat(" + width + ")";
  }
}
