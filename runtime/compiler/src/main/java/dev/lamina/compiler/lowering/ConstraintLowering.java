package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.constraint.NoNegatives;
import dev.lamina.compiler.lowering.constraint.NormBounds;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.MaxNorm;
import dev.lamina.dsl.layer.MinMaxNorm;
import dev.lamina.dsl.layer.NonNegative;
import dev.lamina.dsl.layer.UnitNorm;
import org.deeplearning4j.nn.api.layers.LayerConstraint;

/** The DL4J constraint that means the same as a constraint of Lamina. */
final class ConstraintLowering implements Constraint.Cases<LayerConstraint> {

  @Override
  public LayerConstraint maxNorm(MaxNorm maxNorm) {
    return new NormBounds(0, maxNorm.max());
  }

  @Override
  public LayerConstraint unitNorm(UnitNorm unitNorm) {
    return new NormBounds(1, 1);
  }

  @Override
  public LayerConstraint minMaxNorm(MinMaxNorm minMaxNorm) {
    return new NormBounds(minMaxNorm.min(), minMaxNorm.max());
  }

  @Override
  public LayerConstraint nonNegative(NonNegative nonNegative) {
    return new NoNegatives();
  }
}
