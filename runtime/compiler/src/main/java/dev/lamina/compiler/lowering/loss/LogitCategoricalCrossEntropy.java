package dev.lamina.compiler.lowering.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy of softmax outputs against one-hot (or smoothed) labels, summed over the classes.
 *
 * <p>With logits {@code z} and labels {@code y}, both {@code [examples, classes]}, an example's
 * loss is {@code -sum_j y_j logSoftmax(z)_j}, without a cap, and its gradient {@code softmax(z)
 * sum_j(y_j) - y}. The loss layer must have the activation {@code ActivationSoftmax}.
 */
public final class LogitCategoricalCrossEntropy extends SoftmaxCrossEntropy {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final double labelSmoothing;

  /** The loss without label smoothing. */
  public LogitCategoricalCrossEntropy() {
    this(0);
  }

  /**
   * The loss with label smoothing.
   *
   * @param labelSmoothing the share of labels that becomes even chances, in [0, 1)
   * @throws IllegalArgumentException if it is not in that range
   */
  @JsonCreator
  public LogitCategoricalCrossEntropy(@JsonProperty("labelSmoothing") double labelSmoothing) {
    this.labelSmoothing = new Smoothing(labelSmoothing).share();
  }

  @Override
  List<Double> options() {
    return labelSmoothing == 0 ? List.of() : List.of(labelSmoothing);
  }

  @Override
  INDArray targets(INDArray labels, INDArray logits) {
    return new Smoothing(labelSmoothing).of(super.targets(labels, logits), logits.size(1));
  }
}
