package dev.lamina.dsl;

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
import dev.lamina.dsl.loss.MeanAbsolutePercentageError;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.loss.MeanSquaredLogarithmicError;
import dev.lamina.dsl.loss.Poisson;
import dev.lamina.dsl.loss.SparseCategoricalCrossEntropy;
import dev.lamina.dsl.loss.SquaredHinge;

/** What training minimizes. */
public final class Losses {

  private Losses() {}

  /** Mean of (p - y)^2, for regression. */
  public static MeanSquaredError meanSquaredError() {
    return new MeanSquaredError();
  }

  /** Mean of |p - y|, for regression; the metric is {@code meanAbsoluteError()}. */
  public static AbsoluteError absoluteError() {
    return new AbsoluteError();
  }

  /** Mean of 100 |p - y| / |y|, for regression with errors relative to the target. */
  public static MeanAbsolutePercentageError meanAbsolutePercentageError() {
    return new MeanAbsolutePercentageError();
  }

  /** Mean of (log(1 + p) - log(1 + y))^2, for regression over orders of magnitude. */
  public static MeanSquaredLogarithmicError meanSquaredLogarithmicError() {
    return new MeanSquaredLogarithmicError();
  }

  /** Huber loss with delta 1, for regression robust to outliers. */
  public static Huber huber() {
    return new Huber();
  }

  /** Huber loss that grows linearly for errors above delta. */
  public static Huber huber(double delta) {
    return new Huber(delta);
  }

  /** Mean of log(cosh(p - y)), for regression, smooth and robust to outliers. */
  public static LogCosh logCosh() {
    return new LogCosh();
  }

  /** Mean of p - y log p, for counts. */
  public static Poisson poisson() {
    return new Poisson();
  }

  /** Mean of max(0, 1 - y p), for targets -1 and 1. */
  public static Hinge hinge() {
    return new Hinge();
  }

  /** Mean of max(0, 1 - y p)^2, for targets -1 and 1. */
  public static SquaredHinge squaredHinge() {
    return new SquaredHinge();
  }

  /** Minus the cosine of the angle between outputs and targets. */
  public static CosineSimilarity cosineSimilarity() {
    return new CosineSimilarity();
  }

  /** -[y log p + (1 - y) log(1 - p)], for sigmoid outputs. */
  public static BinaryCrossEntropy binaryCrossEntropy() {
    return new BinaryCrossEntropy();
  }

  /** Binary cross-entropy that plays down what is right already, with gamma 2. */
  public static BinaryFocalCrossEntropy binaryFocalCrossEntropy() {
    return new BinaryFocalCrossEntropy();
  }

  /** -sum y log p, for softmax outputs and one-hot targets. */
  public static CategoricalCrossEntropy categoricalCrossEntropy() {
    return new CategoricalCrossEntropy();
  }

  /** Categorical cross-entropy that plays down what is right already, gamma 2, alpha 0.25. */
  public static CategoricalFocalCrossEntropy categoricalFocalCrossEntropy() {
    return new CategoricalFocalCrossEntropy();
  }

  /** -log p_y, for softmax outputs and class indices as targets. */
  public static SparseCategoricalCrossEntropy sparseCategoricalCrossEntropy() {
    return new SparseCategoricalCrossEntropy();
  }

  /** sum y log(y / p), for softmax outputs and targets that are probabilities of classes. */
  public static KlDivergence klDivergence() {
    return new KlDivergence();
  }
}
