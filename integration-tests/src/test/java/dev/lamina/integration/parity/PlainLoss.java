package dev.lamina.integration.parity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A loss in plain Java, written as in its paper: a number for one sample.
 *
 * @param formula what it means, as text
 * @param ofSample its value for a sample's outputs p and targets y
 */
record PlainLoss(String formula, OfSample ofSample) {

  /** A loss of one sample. */
  @FunctionalInterface
  interface OfSample {
    double value(double[] p, double[] y);
  }

  /** A loss of one output. */
  @FunctionalInterface
  interface OfOutput {
    double value(double p, double y);
  }

  /** The mean over outputs. */
  static PlainLoss mean(String formula, OfOutput loss) {
    return new PlainLoss(
        "mean over outputs of " + formula,
        (p, y) ->
            IntStream.range(0, p.length)
                .mapToDouble(i -> loss.value(p[i], y[i]))
                .average()
                .orElse(0));
  }

  /** The sum over outputs. */
  static PlainLoss sum(String formula, OfOutput loss) {
    return new PlainLoss(
        "sum over classes of " + formula,
        (p, y) -> IntStream.range(0, p.length).mapToDouble(i -> loss.value(p[i], y[i])).sum());
  }

  /** The mean over samples that all have these outputs. */
  double mean(double[] p, double[][] targets) {
    return Arrays.stream(targets).mapToDouble(y -> ofSample.value(p, y)).average().orElse(0);
  }

  /**
   * The gradient of the mean by the logits: central differences of fourth order, {@code (8 (f(h) -
   * f(-h)) - (f(2h) - f(-2h))) / 12 h}.
   */
  double[] gradient(PlainFunction output, double[] logits, double[][] targets) {
    double h = 1e-3;
    return IntStream.range(0, logits.length)
        .mapToDouble(
            i -> {
              double near =
                  moved(output, logits, targets, i, h) - moved(output, logits, targets, i, -h);
              double far =
                  moved(output, logits, targets, i, 2 * h)
                      - moved(output, logits, targets, i, -2 * h);
              return (8 * near - far) / (12 * h);
            })
        .toArray();
  }

  private double moved(PlainFunction output, double[] logits, double[][] targets, int i, double h) {
    double[] other = logits.clone();
    other[i] += h;
    return mean(output.values(other), targets);
  }
}
