package dev.lamina.compiler.lowering.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.EluBp;
import org.nd4j.linalg.api.ops.impl.transforms.gradient.LeakyReLUDerivative;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ELU;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The exponential linear unit, with a gradient that knows its alpha.
 *
 * <p>{@code f(x) = x} for {@code x > 0}, else {@code alpha (e^x - 1)}; its derivative is 1 for
 * {@code x >= 0}, else {@code alpha e^x}. Any shape. DL4J's own takes alpha for 1 in the
 * derivative. Clevert, Unterthiner, Hochreiter, <a href="https://arxiv.org/abs/1511.07289">Fast and
 * Accurate Deep Network Learning by Exponential Linear Units</a>, 2016.
 */
public final class ExactElu extends BaseActivationFunction {

  private static final long serialVersionUID = 1L;

  private final double alpha;

  /**
   * The unit that goes to {@code -alpha} for negative inputs.
   *
   * @param alpha the limit, any finite number
   * @throws IllegalArgumentException if alpha is not finite
   */
  @JsonCreator
  public ExactElu(@JsonProperty(value = "alpha", required = true) double alpha) {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException(
          "ExactElu expects `alpha` to be finite, but got %s. Fix: give a number such as 1."
              .formatted(alpha));
    }
    this.alpha = alpha;
  }

  /** Overwrites {@code in}, as DL4J's own do. */
  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return Nd4j.exec(new ELU(in, in, alpha))[0];
  }

  /** Overwrites {@code in}; the pair's second half is null, as there are no parameters. */
  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    assertShape(in, epsilon);
    // EluBp rounds its alpha to float32, so it gets 1, and the true one comes as a factor.
    INDArray factor = Nd4j.getExecutioner().exec(new LeakyReLUDerivative(in, in.ulike(), alpha));
    Nd4j.exec(new EluBp(in, epsilon, in, 1));
    return Pair.of(in.muli(factor), null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactElu that && Double.compare(alpha, that.alpha) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(alpha);
  }

  @Override
  public String toString() {
    return "ExactElu(alpha=%s)".formatted(alpha);
  }
}
