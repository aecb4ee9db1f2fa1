package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The smooth rectifier, without overflow.
 *
 * <p>{@code f(x) = ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|)}; its derivative is {@code f'(x) =
 * sigmoid(x)}. DL4J's own is infinite in float32 from 89 on. Dugas, Bengio, Bélisle, Nadeau,
 * Garcia, Incorporating Second-Order Functional Knowledge for Better Option Pricing, 2001.
 */
public final class ExactSoftplus extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactSoftplus() {}

  @Override
  INDArray values(INDArray in) {
    return softplus(in);
  }

  @Override
  INDArray slopes(INDArray in) {
    return Transforms.sigmoid(in, true);
  }

  /** {@code ln(1 + e^x)} in a new array. */
  static INDArray softplus(INDArray in) {
    INDArray tail = Transforms.exp(Transforms.abs(in, true).negi(), false);
    return Transforms.relu(in, true).addi(Transforms.log1p(tail, false));
  }
}
