package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Mean squared logarithmic error: {@code (log(1 + p) - log(1 + y))^2}, the mean over an example's
 * outputs.
 *
 * <p>Labels y and outputs p, all above -1, are {@code [examples, outputs]}; the derivative by p is
 * {@code 2 (log(1 + p) - log(1 + y)) / ((1 + p) outputs)}.
 */
public final class OutputLogarithmicError extends OutputLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public OutputLogarithmicError() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    INDArray errors = errors(targets, outputs);
    return errors.muli(errors).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return errors(targets, outputs).muli(2.0 / outputs.size(1)).divi(outputs.add(1));
  }

  private static INDArray errors(INDArray targets, INDArray outputs) {
    return Transforms.log1p(outputs, true).subi(Transforms.log1p(targets, true));
  }
}
