package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Hinge loss: {@code max(0, 1 - y p)}, the mean over an example's outputs.
 *
 * <p>Labels y, each -1 or 1, and outputs p are {@code [examples, outputs]}; the derivative by p is
 * {@code -y / outputs} where {@code y p < 1}, else 0. DL4J's own is the sum over outputs.
 */
public final class OutputHinge extends OutputLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public OutputHinge() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    return gaps(targets, outputs).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    INDArray violated = gaps(targets, outputs).gt(0).castTo(outputs.dataType());
    return violated.muli(targets).divi(-outputs.size(1));
  }

  /** How far outputs fall short of the margin. As a product, so that NaN stays NaN. */
  private static INDArray gaps(INDArray targets, INDArray outputs) {
    INDArray gaps = outputs.mul(targets).rsubi(1);
    return gaps.muli(gaps.gt(0).castTo(gaps.dataType()));
  }
}
