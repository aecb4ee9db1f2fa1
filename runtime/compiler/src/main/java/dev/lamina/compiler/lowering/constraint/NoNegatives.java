package dev.lamina.compiler.lowering.constraint;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** No weight is negative: those that are become 0. NaN stays, so that it is seen. */
public final class NoNegatives extends WeightConstraint {

  private static final long serialVersionUID = 1L;

  @Override
  void enforce(INDArray weights) {
    BooleanIndexing.replaceWhere(weights, 0, Conditions.lessThan(0));
  }

  @Override
  public String toString() {
    return "NoNegatives(params=%s)".formatted(getParams());
  }
}
