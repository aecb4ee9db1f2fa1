package dev.lamina.inference.program;

import dev.lamina.inference.function.RowFunction;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Step;

/**
 * An activation function in single precision.
 *
 * @param bend the step
 * @param function its function
 * @param width how many numbers a sample has
 */
record FloatBend(Bend bend, RowFunction function, int width) implements FloatOperation {

  @Override
  public void apply(FloatBuffers buffers, int rows) {
    for (int row = 0; row < rows; row++) {
      function.apply(buffers.values()[row], width);
    }
  }

  @Override
  public Step step() {
    return bend;
  }
}
