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
  public void alone(FloatBuffers buffers) {
    function.apply(buffers.row(), width);
  }

  @Override
  public void together(FloatBuffers buffers, int rows) {
    function.applyToColumns(buffers.columns(), width, rows);
  }

  @Override
  public Step step() {
    return bend;
  }
}
