package dev.lamina.integration.parity;

import static dev.lamina.dsl.Layers.dense;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Penalty;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.layers.OutputLayer;

/** What keeps weights small: loss, weights and bias of one unit after one step of descent. */
final class PenaltyRows {

  private static final double TOLERANCE = 1e-12;
  private static final double LAMBDA = 0.1;

  private PenaltyRows() {}

  static List<Row> rows() {
    return List.of(
        row(
            "loss + lambda sum abs w",
            unit -> unit.l1(LAMBDA),
            after(0.075, 0.1, -0.1, 0),
            theirs -> theirs.l1(LAMBDA)),
        row(
            "loss + lambda sum w^2",
            unit -> unit.l2(LAMBDA),
            after(0.03125, 0.1, -0.05, 0),
            theirs -> theirs.l2(LAMBDA)),
        row(
            "loss + lambda1 sum abs w + lambda2 sum w^2",
            unit -> unit.l1(LAMBDA).l2(LAMBDA),
            after(0.10625, 0.2, -0.15, 0),
            theirs -> theirs.l1(LAMBDA).l2(LAMBDA)),
        row(
            "loss + lambda sum abs b",
            unit -> unit.biasL1(LAMBDA),
            after(0.03, 0, 0, 0.1),
            theirs -> theirs.l1Bias(LAMBDA)),
        row(
            "loss + lambda sum b^2",
            unit -> unit.biasL2(LAMBDA),
            after(0.009, 0, 0, 0.06),
            theirs -> theirs.l2Bias(LAMBDA)),
        row(
            "w - eta g - eta lambda w",
            unit -> unit.weightDecay(LAMBDA),
            after(0, 0.05, -0.025, 0),
            theirs -> theirs.weightDecay(LAMBDA)),
        row(
            "b - eta g - eta lambda b",
            unit -> unit.biasWeightDecay(LAMBDA),
            after(0, 0, 0, 0.03),
            theirs -> theirs.weightDecayBias(LAMBDA)));
  }

  /** What is added to the loss and to the gradient, worked out by hand. */
  private static Unit after(double penalty, double w1, double w2, double bias) {
    return new Unit(
        Unit.LOSS + penalty,
        Unit.WEIGHTS[0] - Unit.RATE * (Unit.GRADIENT[0] + w1),
        Unit.WEIGHTS[1] - Unit.RATE * (Unit.GRADIENT[1] + w2),
        Unit.BIAS - Unit.RATE * (Unit.BIAS_GRADIENT + bias));
  }

  private static Row row(
      String formula,
      UnaryOperator<Dense> option,
      Unit expected,
      Consumer<OutputLayer.Builder> theirs) {
    return new Row(
        "Regularization",
        option.apply(dense(1)).toString(),
        Penalty.class,
        formula,
        "one unit, one step, by hand",
        Unit.lamina(option, plan -> plan).differenceFrom(expected),
        TOLERANCE,
        Dl4j.differsBy(Unit.dl4j(theirs).differenceFrom(expected)));
  }
}
