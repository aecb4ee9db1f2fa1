package dev.lamina.compiler.lowering.initializer;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** One number on the main diagonal and zeros elsewhere; DL4J's own refuses what is not square. */
public final class IdentityWeights implements IWeightInit {

  private static final long serialVersionUID = 1L;

  @JsonProperty("gain")
  private final double gain;

  /** With this on the diagonal. */
  @JsonCreator
  public IdentityWeights(@JsonProperty("gain") double gain) {
    this.gain = gain;
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    double[][] weights = new double[Math.toIntExact(shape[0])][Math.toIntExact(shape[1])];
    for (int i = 0; i < Math.min(weights.length, weights[0].length); i++) {
      weights[i][i] = gain;
    }
    return Filling.matrix(weights, shape, order, paramView);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityWeights that && Double.compare(gain, that.gain) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(gain);
  }

  @Override
  public String toString() {
    return "IdentityWeights(gain=%s)".formatted(gain);
  }
}
