package dev.lamina.compiler.lowering.initializer;

import java.util.Objects;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Weights drawn from a normal distribution, whole or truncated at two standard deviations. */
public final class NormalWeights implements IWeightInit {

  private static final long serialVersionUID = 1L;

  private final double mean;
  private final double stddev;
  private final boolean truncated;

  /**
   * With these numbers.
   *
   * @param stddev the standard deviation, before the cut if there is one
   * @param truncated whether weights are drawn again beyond two standard deviations
   */
  @JsonCreator
  public NormalWeights(
      @JsonProperty("mean") double mean,
      @JsonProperty("stddev") double stddev,
      @JsonProperty("truncated") boolean truncated) {
    this.mean = mean;
    this.stddev = stddev;
    this.truncated = truncated;
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    return Filling.draw(
        random ->
            mean + stddev * (truncated ? Filling.truncatedNormal(random) : random.nextGaussian()),
        shape,
        order,
        paramView);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NormalWeights that
        && Double.compare(mean, that.mean) == 0
        && Double.compare(stddev, that.stddev) == 0
        && truncated == that.truncated;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mean, stddev, truncated);
  }

  @Override
  public String toString() {
    return "NormalWeights(mean=%s, stddev=%s, truncated=%s)".formatted(mean, stddev, truncated);
  }
}
