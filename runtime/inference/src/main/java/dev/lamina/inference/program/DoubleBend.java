package dev.lamina.inference.program;

import dev.lamina.inference.function.RowFunction;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Step;

/**
 * An activation function in double precision.
 *
 * @param bend the step
 * @param function its function
 * @param width how many numbers a sample has
 */
record DoubleBend(Bend bend, RowFunction function, int width) implements DoubleOperation {

  @Override
  public void alone(DoubleBuffers buffers) {
    function.apply(buffers.row(), width);
  }

  @Override
  public void together(DoubleBuffers buffers, int rows) {
    function.applyToColumns(buffers.columns(), width, rows);
  }

  @Override
  public Step step() {
    return bend;
  }
}
