package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Kullback-Leibler divergence of softmax outputs from the labels, summed over the classes.
 *
 * <p>With logits {@code z} and labels {@code y}, both {@code [examples, classes]}, an example's
 * loss is {@code sum_j y_j (log(y_j) - logSoftmax(z)_j)} with {@code 0 log 0 = 0}, and its gradient
 * {@code softmax(z) sum_j(y_j) - y}. The loss layer must have the activation {@code
 * ActivationSoftmax}.
 */
public final class LogitKlDivergence extends SoftmaxCrossEntropy {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public LogitKlDivergence() {}

  @Override
  INDArray losses(INDArray targets, INDArray logits) {
    // Where y is 0 the logarithm is that of 1, so that the product is 0 and not NaN.
    INDArray zeros = targets.eq(0).castTo(targets.dataType());
    INDArray logs = Transforms.log(targets.add(zeros), false);
    return super.losses(targets, logits).addi(logs.muli(targets));
  }
}
