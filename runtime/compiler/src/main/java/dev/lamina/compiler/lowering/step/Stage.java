package dev.lamina.compiler.lowering.step;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer that is laid out: its forward calls are there, its backward calls can be asked for. */
interface Stage {

  /** What the layer gives, {@code [rows, outputs]}. */
  INDArray output();

  /**
   * Adds the calls that make the gradients by its parameters, and by its input, of that by its
   * output.
   *
   * @param slope the gradient by the output, which may be overwritten
   * @param inputWanted whether anybody reads the gradient by the input
   * @return the gradient by the input; anything where that is not wanted
   */
  INDArray backward(Calls calls, INDArray slope, boolean inputWanted);
}
