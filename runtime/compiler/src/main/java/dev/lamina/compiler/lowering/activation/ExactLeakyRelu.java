package dev.lamina.compiler.lowering.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.LeakyReLUDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The leaky rectified linear unit, exact in float64 too.
 *
 * <p>{@code f(x) = x} for {@code x >= 0}, else {@code alpha x}; its derivative is 1 for {@code x >=
 * 0}, else {@code alpha}. Any shape. DL4J's own rounds alpha to float32 in the derivative. Maas,
 * Hannun, Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013.
 */
public final class ExactLeakyRelu extends BaseActivationFunction {

  private static final long serialVersionUID = 1L;

  private final double alpha;

  /**
   * The unit with slope {@code alpha} for negative inputs.
   *
   * @param alpha the slope, any finite number
   * @throws IllegalArgumentException if alpha is not finite
   */
  @JsonCreator
  public ExactLeakyRelu(@JsonProperty(value = "alpha", required = true) double alpha) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException(
          "ExactLeakyRelu expects `alpha` to be finite, but got %s. %s"
              .formatted(alpha, "Fix: give a number such as 0.01."));
    }
    this.alpha = alpha;
  }

  /** Overwrites {@code in}, as DL4J's own do. */
  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return Nd4j.getExecutioner().exec(new LeakyReLU(in, alpha));
  }

  /** Overwrites {@code in}; the pair's second half is null, as there are no parameters. */
  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    assertShape(in, epsilon);
    Nd4j.getExecutioner().exec(new LeakyReLUDerivative(in, alpha));
    return Pair.of(in.muli(epsilon), null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactLeakyRelu that && Double.compare(alpha, that.alpha) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(alpha);
  }

  @Override
  public String toString() {
    return "ExactLeakyRelu(alpha=%s)".formatted(alpha);
  }
}
