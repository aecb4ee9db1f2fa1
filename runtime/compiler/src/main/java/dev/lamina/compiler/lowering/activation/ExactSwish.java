package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Swish, also called SiLU, with a gradient for every input.
 *
 * <p>{@code f(x) = x sigmoid(x)}; its derivative is {@code f'(x) = sigmoid(x) (1 + x sigmoid(-x))}.
 * DL4J's own derivative is NaN for large x. Ramachandran, Zoph, Le, <a
 * href="https://arxiv.org/abs/1710.05941">Searching for Activation Functions</a>, 2017.
 */
public final class ExactSwish extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactSwish() {}

  @Override
  INDArray values(INDArray in) {
    return Transforms.sigmoid(in, true).muli(in);
  }

  @Override
  INDArray slopes(INDArray in) {
    INDArray rest = Transforms.sigmoid(in.neg(), false);
    return rest.muli(in).addi(1).muli(Transforms.sigmoid(in, true));
  }
}
