package dev.lamina.compiler.lowering.constraint;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The weights of each unit have a Euclidean norm between two bounds: beyond them they are scaled to
 * the nearer one. Weights that are all 0 have no direction, and stay.
 */
public final class NormBounds extends WeightConstraint {

  private static final long serialVersionUID = 1L;

  @JsonProperty("min")
  private final double min;

  @JsonProperty("max")
  private final double max;

  /** Between these. */
  @JsonCreator
  public NormBounds(@JsonProperty("min") double min, @JsonProperty("max") double max) {
    this.min = min;
    this.max = max;
  }

  @Override
  void enforce(INDArray weights) {
    double[] factors = factors(weights);
    if (Arrays.stream(factors).allMatch(factor -> factor == 1)) {
      return;
    }
    long[] shape = {factors.length};
    try (INDArray row = Nd4j.create(factors, shape, new long[] {1}, 'c', weights.dataType())) {
      weights.muliRowVector(row);
    }
  }

  private double[] factors(INDArray weights) {
    try (INDArray norms = weights.norm2(0)) {
      return Arrays.stream(norms.toDoubleVector()).map(this::factor).toArray();
    }
  }

  private double factor(double norm) {
    return norm == 0 ? 1 : Math.min(Math.max(norm, min), max) / norm;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof NormBounds that
        && Double.compare(min, that.min) == 0
        && Double.compare(max, that.max) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), min, max);
  }

  @Override
  public String toString() {
    return "NormBounds(min=%s, max=%s, params=%s)".formatted(min, max, getParams());
  }
}
