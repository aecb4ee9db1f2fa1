package dev.lamina.compiler.lowering.loss;

/**
 * Cross-entropy of softmax outputs against one-hot (or smoothed) labels, summed over the classes.
 *
 * <p>With logits {@code z} and labels {@code y}, both {@code [examples, classes]}, an example's
 * loss is {@code -sum_j y_j logSoftmax(z)_j}, without a cap, and its gradient {@code softmax(z)
 * sum_j(y_j) - y}. The loss layer must have the activation {@code ActivationSoftmax}.
 */
public final class LogitCategoricalCrossEntropy extends SoftmaxCrossEntropy {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public LogitCategoricalCrossEntropy() {}
}
