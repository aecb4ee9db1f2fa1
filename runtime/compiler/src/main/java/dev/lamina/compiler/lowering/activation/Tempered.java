package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation that divides logits by a temperature first: {@code f(z) = g(z / T)}.
 *
 * <p>A loss that is computed from logits takes {@link #scaled} for them, and divides its gradient
 * by {@link #temperature}.
 */
public interface Tempered {

  /** T. */
  double temperature();

  /** g. */
  IActivation untempered();

  /** A new array that g makes f(z) of: {@code z / T}, moved by as much as g does not see. */
  INDArray scaled(INDArray logits);
}
