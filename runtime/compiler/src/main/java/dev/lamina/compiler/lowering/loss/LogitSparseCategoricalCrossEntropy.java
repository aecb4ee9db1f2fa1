package dev.lamina.compiler.lowering.loss;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy of softmax outputs against class indices.
 *
 * <p>Labels are {@code [examples, 1]}, each the index of a class, 0 to classes - 1, as a number of
 * any type. Loss and gradient are those of {@link LogitCategoricalCrossEntropy} for the one-hot
 * rows of these classes. A label that is not the index of a class is an {@link
 * IllegalArgumentException}: DL4J's own loss trains on it in silence.
 */
public final class LogitSparseCategoricalCrossEntropy extends SoftmaxCrossEntropy {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final double labelSmoothing;

  /** The loss without label smoothing. */
  public LogitSparseCategoricalCrossEntropy() {
    this(0);
  }

  /**
   * The loss with label smoothing.
   *
   * @param labelSmoothing the share of labels that becomes even chances, in [0, 1)
   * @throws IllegalArgumentException if it is not in that range
   */
  @JsonCreator
  public LogitSparseCategoricalCrossEntropy(@JsonProperty("labelSmoothing") double labelSmoothing) {
    this.labelSmoothing = new Smoothing(labelSmoothing).share();
  }

  @Override
  List<Double> options() {
    return labelSmoothing == 0 ? List.of() : List.of(labelSmoothing);
  }

  @Override
  INDArray targets(INDArray labels, INDArray logits) {
    long examples = logits.size(0);
    if (labels.length() != examples) {
      throw new IllegalArgumentException(
          "Loss `%s` expects one class index for each example, [%d, 1], but got shape %s. %s"
              .formatted(
                  name(),
                  examples,
                  Arrays.toString(labels.shape()),
                  "Fix: give class indices, or use the categorical loss for one-hot labels."));
    }
    INDArray oneHot = logits.like();
    for (long example = 0; example < examples; example++) {
      oneHot.putScalar(example, classOf(labels, example, logits.size(1)), 1.0);
    }
    return new Smoothing(labelSmoothing).of(oneHot, logits.size(1));
  }

  private long classOf(INDArray labels, long example, long classes) {
    double label = labels.getDouble(example);
    long index = (long) label;
    if (index != label || index < 0 || index >= classes) {
      throw new IllegalArgumentException(
          "Loss `%s` expects class indices from 0 to %d, but the label of example %d is %s. %s"
              .formatted(
                  name(),
                  classes - 1,
                  example,
                  label,
                  "Fix: number the classes from 0, or give the output one unit for each class."));
    }
    return index;
  }
}
