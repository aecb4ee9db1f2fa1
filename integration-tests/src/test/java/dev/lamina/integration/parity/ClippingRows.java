package dev.lamina.integration.parity;

import dev.lamina.dsl.training.Clipping;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.GradientNormalization;

/**
 * Clipping of the whole gradient, penalties included: one unit with L2, whose gradient is 0.7 and
 * 1.15 by the weights and 0.6 by the bias.
 */
final class ClippingRows {

  private static final double TOLERANCE = 1e-12;
  private static final double LAMBDA = 0.1;
  private static final double PENALTY = 0.03125;
  private static final double W1 = 0.7;
  private static final double W2 = 1.15;
  private static final double B = 0.6;

  private ClippingRows() {}

  static List<Row> rows() {
    double kernel = norm(W1, W2);
    double all = norm(W1, W2, B);
    return List.of(
        row(
            new Clipping.ByValue(0.65),
            "min(max(g, -limit), limit)",
            plan -> plan.clipValue(0.65),
            after(0.65, 0.65, 0.6),
            Optional.of(GradientNormalization.ClipElementWiseAbsoluteValue)),
        row(
            new Clipping.ByNorm(1),
            "g min(1, limit / norm g), each parameter apart",
            plan -> plan.clipNorm(1),
            after(W1 / kernel, W2 / kernel, B),
            Optional.of(GradientNormalization.ClipL2PerParamType)),
        row(
            new Clipping.ByGlobalNorm(1),
            "g min(1, limit / norm g), all parameters together",
            plan -> plan.clipGlobalNorm(1),
            after(W1 / all, W2 / all, B / all),
            Optional.empty()));
  }

  private static Row row(
      Clipping word,
      String formula,
      UnaryOperator<TrainingPlan> option,
      Unit expected,
      Optional<GradientNormalization> dl4j) {
    double limit = word instanceof Clipping.ByValue value ? value.limit() : 1;
    return new Row(
        "Clipping",
        word.toString(),
        word.getClass(),
        formula,
        "one unit, one step, by hand",
        Unit.lamina(unit -> unit.l2(LAMBDA), option).differenceFrom(expected),
        TOLERANCE,
        dl4j.map(mode -> theirs(mode, limit, expected)).orElseGet(Dl4j::hasNone));
  }

  /** With DL4J's own factor doubled, so that only the clipping differs. */
  private static Dl4j theirs(GradientNormalization mode, double limit, Unit expected) {
    Unit unit =
        Unit.dl4j(
            layer ->
                layer
                    .l2(2 * LAMBDA)
                    .gradientNormalization(mode)
                    .gradientNormalizationThreshold(limit));
    return Dl4j.differsBy(unit.differenceFrom(expected), "penalties are not clipped");
  }

  private static Unit after(double w1, double w2, double bias) {
    return new Unit(
        Unit.LOSS + PENALTY,
        Unit.WEIGHTS[0] - Unit.RATE * w1,
        Unit.WEIGHTS[1] - Unit.RATE * w2,
        Unit.BIAS - Unit.RATE * bias);
  }

  private static double norm(double... numbers) {
    return Math.sqrt(DoubleStream.of(numbers).map(each -> each * each).sum());
  }
}
