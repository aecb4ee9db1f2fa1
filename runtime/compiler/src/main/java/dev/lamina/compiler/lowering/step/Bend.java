package dev.lamina.compiler.lowering.step;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation that is laid out.
 *
 * @param output what it gives
 * @param derivative adds the calls that turn the gradient by the output into that by the input, in
 *     place
 */
record Bend(INDArray output, Derivative derivative) {

  /** The backward half. */
  @FunctionalInterface
  interface Derivative {
    void add(Calls calls, INDArray slope);
  }
}
