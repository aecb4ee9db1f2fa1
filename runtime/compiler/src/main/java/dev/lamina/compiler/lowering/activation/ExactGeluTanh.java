package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The Gaussian error linear unit in its tanh form.
 *
 * <p>{@code f(x) = x (1 + tanh u) / 2} with {@code u = sqrt(2 / pi) (x + 0.044715 x^3)}; its
 * derivative is {@code (1 + tanh u) / 2 + x (1 - tanh^2 u) u' / 2}. DL4J's own cubes 0.044715 too.
 * Hendrycks, Gimpel, <a href="https://arxiv.org/abs/1606.08415">Gaussian Error Linear Units</a>,
 * 2016.
 */
public final class ExactGeluTanh extends PointwiseFunction {

  private static final long serialVersionUID = 1L;
  private static final double CUBIC = 0.044715;
  private static final double SCALE = Math.sqrt(2 / Math.PI);

  /** The function; it has no options. */
  public ExactGeluTanh() {}

  @Override
  INDArray values(INDArray in) {
    return bend(in).addi(1).muli(in).muli(0.5);
  }

  @Override
  INDArray slopes(INDArray in) {
    INDArray tanh = bend(in);
    INDArray inner = in.mul(in).muli(3 * CUBIC).addi(1).muli(SCALE).muli(in);
    INDArray outer = tanh.mul(tanh).rsubi(1);
    return inner.muli(outer).addi(tanh).addi(1).muli(0.5);
  }

  private static INDArray bend(INDArray in) {
    INDArray inner = in.mul(in).muli(CUBIC).addi(1).muli(in).muli(SCALE);
    return Transforms.tanh(inner, false);
  }
}
