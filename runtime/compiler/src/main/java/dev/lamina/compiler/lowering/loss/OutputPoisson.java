package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Poisson loss: {@code p - y log(p + 1e-7)}, the mean over an example's outputs.
 *
 * <p>Labels y and outputs p, none below 0, are {@code [examples, outputs]}; the derivative by p is
 * {@code (1 - y / (p + 1e-7)) / outputs}. DL4J's own is the sum over outputs.
 */
public final class OutputPoisson extends OutputLoss {

  private static final long serialVersionUID = 1L;

  private static final double EPSILON = 1e-7;

  /** The loss; it has no options. */
  public OutputPoisson() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    INDArray logs = Transforms.log(outputs.add(EPSILON), false);
    return outputs.sub(logs.muli(targets)).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return targets.div(outputs.add(EPSILON)).rsubi(1).divi(outputs.size(1));
  }
}
