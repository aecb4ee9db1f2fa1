package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Mean absolute percentage error: {@code 100 |p - y| / |y|}, the mean over an example's outputs.
 *
 * <p>Labels y, none 0, and outputs p are {@code [examples, outputs]}; the derivative by p is {@code
 * 100 sign(p - y) / (|y| outputs)}.
 */
public final class OutputPercentageError extends OutputLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public OutputPercentageError() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    return Transforms.abs(outputs.sub(targets), false).muli(weights(targets));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return Transforms.sign(outputs.sub(targets), false).muli(weights(targets));
  }

  private static INDArray weights(INDArray targets) {
    return Transforms.abs(targets, true).rdivi(100.0 / targets.size(1));
  }
}
