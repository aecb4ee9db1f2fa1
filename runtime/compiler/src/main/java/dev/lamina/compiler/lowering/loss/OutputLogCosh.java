package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Logarithm of the hyperbolic cosine: {@code log(cosh(p - y))}, the mean over an example's outputs.
 *
 * <p>Computed as {@code |e| + log(1 + e^(-2 |e|)) - log 2} with {@code e = p - y}, which does not
 * overflow. Labels y and outputs p are {@code [examples, outputs]}; the derivative by p is {@code
 * tanh(p - y) / outputs}.
 */
public final class OutputLogCosh extends OutputLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public OutputLogCosh() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    INDArray errors = Transforms.abs(outputs.sub(targets), false);
    INDArray tail = Transforms.log1p(Transforms.exp(errors.mul(-2), false), false);
    return errors.addi(tail).subi(Math.log(2)).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return Transforms.tanh(outputs.sub(targets), false).divi(outputs.size(1));
  }
}
