package dev.lamina.compiler.lowering.step;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a layer is laid out.
 *
 * @param layer the name of the layer
 * @param input what it gets: stages leave it as it is, activations and predictions overwrite it
 * @param forward the calls so far, to which it adds its own
 * @param buffers where it gets arrays from
 * @param arrays where its parameters lie
 */
record Site(String layer, INDArray input, Calls forward, Buffers buffers, NetworkArrays arrays) {

  /** How many numbers it gets for each sample. */
  int width() {
    return Math.toIntExact(input.size(1));
  }

  /** A parameter of the layer, by DL4J's key, as a matrix. */
  INDArray parameter(String key) {
    return matrix(arrays.parameter(layer, key));
  }

  /** Where the gradient by that parameter is wanted, as a matrix. */
  INDArray gradient(String key) {
    return matrix(arrays.gradient(layer, key));
  }

  private static INDArray matrix(INDArray array) {
    return array.rank() == 2 ? array : array.reshape(1, array.length());
  }

  /** The same place with another input. */
  Site input(INDArray other) {
    return new Site(layer, other, forward, buffers, arrays);
  }
}
