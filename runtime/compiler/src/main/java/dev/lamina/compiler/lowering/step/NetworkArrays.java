package dev.lamina.compiler.lowering.step;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Where the numbers of a network lie. */
public interface NetworkArrays {

  /** A parameter of a layer, by DL4J's key. */
  INDArray parameter(String layer, String key);

  /** Where the gradient by that parameter is wanted, of the parameter's shape. */
  INDArray gradient(String layer, String key);
}
