package dev.lamina.compiler.lowering.initializer;

import java.util.Objects;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Weights drawn uniformly between two bounds. */
public final class UniformWeights implements IWeightInit {

  private static final long serialVersionUID = 1L;

  private final double min;
  private final double max;

  /** Between these bounds. */
  @JsonCreator
  public UniformWeights(@JsonProperty("min") double min, @JsonProperty("max") double max) {
    this.min = min;
    this.max = max;
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    return Filling.draw(random -> min + (max - min) * random.nextDouble(), shape, order, paramView);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UniformWeights that
        && Double.compare(min, that.min) == 0
        && Double.compare(max, that.max) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(min, max);
  }

  @Override
  public String toString() {
    return "UniformWeights(min=%s, max=%s)".formatted(min, max);
  }
}
