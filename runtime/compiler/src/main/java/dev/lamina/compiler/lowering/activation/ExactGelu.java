package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The Gaussian error linear unit by the error function.
 *
 * <p>{@code f(x) = x Phi(x)} with {@code Phi(x) = (1 + erf(x / sqrt 2)) / 2}; its derivative is
 * {@code Phi(x) + x e^(-x^2 / 2) / sqrt(2 pi)}. DL4J's own is {@code x sigmoid(1.702 x)}, whose
 * derivative is NaN for large x. Hendrycks, Gimpel, <a
 * href="https://arxiv.org/abs/1606.08415">Gaussian Error Linear Units</a>, 2016.
 */
public final class ExactGelu extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactGelu() {}

  @Override
  INDArray values(INDArray in) {
    return distribution(in).muli(in);
  }

  @Override
  INDArray slopes(INDArray in) {
    INDArray density = Transforms.exp(in.mul(in).muli(-0.5), false).muli(in);
    return distribution(in).addi(density.divi(Math.sqrt(2 * Math.PI)));
  }

  private static INDArray distribution(INDArray in) {
    INDArray scaled = in.div(Math.sqrt(2));
    return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
  }
}
