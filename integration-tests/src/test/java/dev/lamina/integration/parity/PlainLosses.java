package dev.lamina.integration.parity;

import dev.lamina.dsl.loss.AbsoluteError;
import dev.lamina.dsl.loss.BinaryCrossEntropy;
import dev.lamina.dsl.loss.BinaryFocalCrossEntropy;
import dev.lamina.dsl.loss.CategoricalCrossEntropy;
import dev.lamina.dsl.loss.CategoricalFocalCrossEntropy;
import dev.lamina.dsl.loss.CosineSimilarity;
import dev.lamina.dsl.loss.Hinge;
import dev.lamina.dsl.loss.Huber;
import dev.lamina.dsl.loss.KlDivergence;
import dev.lamina.dsl.loss.LogCosh;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.loss.MeanAbsolutePercentageError;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.loss.MeanSquaredLogarithmicError;
import dev.lamina.dsl.loss.Poisson;
import dev.lamina.dsl.loss.SparseCategoricalCrossEntropy;
import dev.lamina.dsl.loss.SquaredHinge;

/** Each loss in plain Java. */
final class PlainLosses implements Loss.Cases<PlainLoss> {

  @Override
  public PlainLoss meanSquaredError(MeanSquaredError loss) {
    return PlainLoss.mean("(p - y)^2", (p, y) -> (p - y) * (p - y));
  }

  @Override
  public PlainLoss absoluteError(AbsoluteError loss) {
    return PlainLoss.mean("abs(p - y)", (p, y) -> Math.abs(p - y));
  }

  @Override
  public PlainLoss meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    return PlainLoss.mean("100 abs((p - y) / y)", (p, y) -> 100 * Math.abs((p - y) / y));
  }

  @Override
  public PlainLoss meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return PlainLoss.mean(
        "(ln(1 + p) - ln(1 + y))^2", (p, y) -> Math.pow(Math.log1p(p) - Math.log1p(y), 2));
  }

  @Override
  public PlainLoss huber(Huber loss) {
    double delta = loss.delta();
    return PlainLoss.mean(
        "e^2 / 2 up to abs e = delta, then delta abs e - delta^2 / 2, e = p - y",
        (p, y) -> {
          double error = Math.abs(p - y);
          return error <= delta ? error * error / 2 : delta * error - delta * delta / 2;
        });
  }

  @Override
  public PlainLoss logCosh(LogCosh loss) {
    return PlainLoss.mean("ln cosh(p - y)", (p, y) -> Math.log(Math.cosh(p - y)));
  }

  @Override
  public PlainLoss poisson(Poisson loss) {
    return PlainLoss.mean("p - y ln(p + 1e-7)", (p, y) -> p - y * Math.log(p + 1e-7));
  }

  @Override
  public PlainLoss hinge(Hinge loss) {
    return PlainLoss.mean("max(0, 1 - y p)", (p, y) -> Math.max(0, 1 - y * p));
  }

  @Override
  public PlainLoss squaredHinge(SquaredHinge loss) {
    return PlainLoss.mean("max(0, 1 - y p)^2", (p, y) -> Math.pow(Math.max(0, 1 - y * p), 2));
  }

  @Override
  public PlainLoss cosineSimilarity(CosineSimilarity loss) {
    return new PlainLoss(
        "- sum y p / (norm y norm p)",
        (p, y) -> -product(p, y) / Math.sqrt(product(p, p) * product(y, y)));
  }

  @Override
  public PlainLoss binaryCrossEntropy(BinaryCrossEntropy loss) {
    double s = loss.labelSmoothing();
    return PlainLoss.mean(
        "- y ln p - (1 - y) ln(1 - p)" + smoothing(s, "2"),
        (p, y) -> {
          double smooth = y * (1 - s) + s / 2;
          return -smooth * Math.log(p) - (1 - smooth) * Math.log1p(-p);
        });
  }

  @Override
  public PlainLoss binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss) {
    double gamma = loss.gamma();
    boolean weighs = loss.alpha().isPresent();
    double alpha = loss.alpha().orElse(0.5);
    return PlainLoss.mean(
        (weighs ? "alpha_t " : "") + "(1 - p_t)^gamma (- y ln p - (1 - y) ln(1 - p))",
        (p, y) -> {
          double truth = y * p + (1 - y) * (1 - p);
          double weight = weighs ? y * alpha + (1 - y) * (1 - alpha) : 1;
          double entropy = -y * Math.log(p) - (1 - y) * Math.log1p(-p);
          return weight * Math.pow(1 - truth, gamma) * entropy;
        });
  }

  @Override
  public PlainLoss categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    double s = loss.labelSmoothing();
    return new PlainLoss(
        "- sum y ln p" + smoothing(s, "classes"),
        (p, y) -> {
          double sum = 0;
          for (int i = 0; i < p.length; i++) {
            sum -= (y[i] * (1 - s) + s / p.length) * Math.log(p[i]);
          }
          return sum;
        });
  }

  @Override
  public PlainLoss categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss) {
    double s = loss.labelSmoothing();
    return new PlainLoss(
        "- alpha sum y (1 - p)^gamma ln p" + smoothing(s, "classes"),
        (p, y) -> {
          double sum = 0;
          for (int i = 0; i < p.length; i++) {
            double smooth = y[i] * (1 - s) + s / p.length;
            sum -= smooth * loss.alpha() * Math.pow(1 - p[i], loss.gamma()) * Math.log(p[i]);
          }
          return sum;
        });
  }

  @Override
  public PlainLoss sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    double s = loss.labelSmoothing();
    return new PlainLoss(
        "- ln p_y" + smoothing(s, "classes"),
        (p, y) -> {
          double sum = -(1 - s) * Math.log(p[(int) y[0]]);
          for (double each : p) {
            sum -= s / p.length * Math.log(each);
          }
          return sum;
        });
  }

  @Override
  public PlainLoss klDivergence(KlDivergence loss) {
    return PlainLoss.sum("y ln(y / p)", (p, y) -> y == 0 ? 0 : y * Math.log(y / p));
  }

  private static String smoothing(double share, String classes) {
    return share == 0 ? "" : ", y := y (1 - s) + s / " + classes + ", s = " + share;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
