package dev.lamina.dsl;

import dev.lamina.dsl.loss.BinaryCrossEntropy;
import dev.lamina.dsl.loss.CategoricalCrossEntropy;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.loss.SparseCategoricalCrossEntropy;

/** What training minimizes. */
public final class Losses {

  private Losses() {}

  /** Mean of (p - y)^2, for regression. */
  public static MeanSquaredError meanSquaredError() {
    return new MeanSquaredError();
  }

  /** -[y log p + (1 - y) log(1 - p)], for sigmoid outputs. */
  public static BinaryCrossEntropy binaryCrossEntropy() {
    return new BinaryCrossEntropy();
  }

  /** -sum y log p, for softmax outputs and one-hot targets. */
  public static CategoricalCrossEntropy categoricalCrossEntropy() {
    return new CategoricalCrossEntropy();
  }

  /** -log p_y, for softmax outputs and class indices as targets. */
  public static SparseCategoricalCrossEntropy sparseCategoricalCrossEntropy() {
    return new SparseCategoricalCrossEntropy();
  }
}
