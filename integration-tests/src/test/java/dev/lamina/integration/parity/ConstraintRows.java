package dev.lamina.integration.parity;

import static dev.lamina.dsl.Layers.dense;

import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Dense;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.MinMaxNormConstraint;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.constraint.UnitNormConstraint;

/** Constraints: the weights of one unit after one step of descent, which is to 0.44 and -0.37. */
final class ConstraintRows {

  private static final double TOLERANCE = 1e-12;
  private static final double W1 = 0.44;
  private static final double W2 = -0.37;
  private static final double NORM = Math.sqrt(W1 * W1 + W2 * W2);

  private ConstraintRows() {}

  /** DL4J's documentation asks for dimension 1 of dense layers. */
  static List<Row> rows() {
    return List.of(
        row(
            unit -> unit.maxNorm(0.5),
            "w min(1, c / norm w), for the inputs of each unit",
            after(W1 * 0.5 / NORM, W2 * 0.5 / NORM),
            new MaxNormConstraint(0.5, 1)),
        row(
            unit -> unit.unitNorm(),
            "w / norm w, for the inputs of each unit",
            after(W1 / NORM, W2 / NORM),
            new UnitNormConstraint(1)),
        row(
            unit -> unit.minMaxNorm(0.8, 1),
            "w min(max(norm w, a), b) / norm w, for the inputs of each unit",
            after(W1 * 0.8 / NORM, W2 * 0.8 / NORM),
            new MinMaxNormConstraint(0.8, 1, 1)),
        row(unit -> unit.nonNegative(), "max(0, w)", after(W1, 0), new NonNegativeConstraint()));
  }

  private static Unit after(double w1, double w2) {
    return new Unit(Unit.LOSS, w1, w2, Unit.BIAS - Unit.RATE * Unit.BIAS_GRADIENT);
  }

  private static Row row(
      UnaryOperator<Dense> option, String formula, Unit expected, LayerConstraint theirs) {
    Constraint word = option.apply(dense(1)).constraint().orElseThrow();
    Unit dl4j = Unit.dl4j(layer -> layer.constrainWeights(theirs));
    return new Row(
        "Constraints",
        option.apply(dense(1)).toString(),
        word.getClass(),
        formula,
        "one unit, one step, by hand",
        Unit.lamina(option, plan -> plan).differenceFrom(expected),
        TOLERANCE,
        Dl4j.differsBy(dl4j.differenceFrom(expected)));
  }
}
