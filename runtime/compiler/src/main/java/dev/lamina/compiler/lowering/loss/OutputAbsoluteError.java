package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Mean absolute error: {@code |p - y|}, the mean over an example's outputs.
 *
 * <p>Labels y and outputs p are {@code [examples, outputs]}; the derivative by p is {@code sign(p -
 * y) / outputs}, 0 where they are equal.
 */
public final class OutputAbsoluteError extends OutputLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public OutputAbsoluteError() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    return Transforms.abs(outputs.sub(targets), false).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return Transforms.sign(outputs.sub(targets), false).divi(outputs.size(1));
  }
}
