package dev.lamina.compiler.lowering.updater;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Decoupled weight decay: after the optimizer's update the weights also lose {@code eta lambda w}.
 *
 * <p>DL4J's own adds {@code lambda / 2 sum w^2} to the loss, which is no part of the method.
 * Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2017.
 */
public final class DecoupledWeightDecay implements Regularization {

  private static final long serialVersionUID = 1L;

  @JsonProperty("coefficient")
  private final double coefficient;

  /** With this lambda. */
  @JsonCreator
  public DecoupledWeightDecay(@JsonProperty("coefficient") double coefficient) {
    this.coefficient = coefficient;
  }

  /** Its lambda. */
  double coefficient() {
    return coefficient;
  }

  @Override
  public ApplyStep applyStep() {
    return ApplyStep.POST_UPDATER;
  }

  @Override
  public void apply(INDArray param, INDArray gradView, double lr, int iteration, int epoch) {
    gradView.addi(param.mul(lr * coefficient));
  }

  @Override
  public double score(INDArray param, int iteration, int epoch) {
    return 0;
  }

  @Override
  public DecoupledWeightDecay clone() {
    return new DecoupledWeightDecay(coefficient);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecoupledWeightDecay that
        && Double.compare(coefficient, that.coefficient) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(coefficient);
  }

  @Override
  public String toString() {
    return "DecoupledWeightDecay(coefficient=" + coefficient + ")";
  }
}
