package dev.lamina.compiler.lowering.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Softmax with a temperature, finite for all finite logits.
 *
 * <p>{@code f(z)_i = e^(z_i / T) / sum_j e^(z_j / T)} along the second dimension; its derivative is
 * {@code df_i / dz_j = f_i (delta_ij - f_j) / T}. ND4J's own, in double precision, gives NaN for
 * the rows of a matrix that are all below -745. Not a subclass of DL4J's softmax: with that, DL4J's
 * own losses take {@code p - y} for the gradient. Hinton, Vinyals, Dean, <a
 * href="https://arxiv.org/abs/1503.02531">Distilling the Knowledge in a Neural Network</a>, 2015.
 */
public final class TemperedSoftmax extends BaseActivationFunction implements Tempered {

  private static final long serialVersionUID = 1L;

  private final double temperature;

  /**
   * Softmax with this temperature.
   *
   * @param temperature T, from 1e-30 to 1e30, so that single precision neither overflows nor
   *     divides by 0
   * @throws IllegalArgumentException if it is outside of these
   */
  @JsonCreator
  public TemperedSoftmax(@JsonProperty(value = "temperature", required = true) double temperature) {
    if (!(temperature >= 1e-30 && temperature <= 1e30)) {
      throw new IllegalArgumentException(
          "TemperedSoftmax expects `temperature` from 1e-30 to 1e30, but got %s. %s"
              .formatted(temperature, "Fix: give a number such as 2."));
    }
    this.temperature = temperature;
  }

  @Override
  public double temperature() {
    return temperature;
  }

  @Override
  public IActivation untempered() {
    return new ActivationSoftmax();
  }

  /** The largest becomes 0 before the division, which so loses no digits of large logits. */
  @Override
  public INDArray scaled(INDArray logits) {
    return logits.sub(logits.max(true, 1)).divi(temperature);
  }

  /** Overwrites {@code in}, as DL4J's own do. */
  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return in.assign(shares(in));
  }

  /** Overwrites {@code in}; the pair's second half is null, as there are no parameters. */
  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    assertShape(in, epsilon);
    INDArray shares = shares(in);
    INDArray mean = shares.mul(epsilon).sum(true, 1);
    return Pair.of(in.assign(epsilon.sub(mean).muli(shares).divi(temperature)), null);
  }

  private INDArray shares(INDArray in) {
    INDArray powers = Transforms.exp(scaled(in), false);
    return powers.divi(powers.sum(true, 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TemperedSoftmax that
        && Double.compare(temperature, that.temperature) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(temperature);
  }

  @Override
  public String toString() {
    return "TemperedSoftmax(temperature=%s)".formatted(temperature);
  }
}
