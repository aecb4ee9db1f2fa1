package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Mish, with a gradient for every input.
 *
 * <p>{@code f(x) = x tanh(s)} with {@code s = ln(1 + e^x)}; its derivative is {@code f'(x) =
 * tanh(s) + x (1 - tanh^2(s)) sigmoid(x)}. DL4J's own derivative is NaN for large x. Misra, <a
 * href="https://arxiv.org/abs/1908.08681">Mish: A Self Regularized Non-Monotonic Activation
 * Function</a>, 2019.
 */
public final class ExactMish extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactMish() {}

  @Override
  INDArray values(INDArray in) {
    return bend(in).muli(in);
  }

  @Override
  INDArray slopes(INDArray in) {
    INDArray tanh = bend(in);
    INDArray inner = Transforms.sigmoid(in, true).muli(in);
    return tanh.mul(tanh).rsubi(1).muli(inner).addi(tanh);
  }

  private static INDArray bend(INDArray in) {
    return Transforms.tanh(ExactSoftplus.softplus(in), false);
  }
}
