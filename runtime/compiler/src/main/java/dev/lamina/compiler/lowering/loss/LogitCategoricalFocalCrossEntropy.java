package dev.lamina.compiler.lowering.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Focal cross-entropy of softmax outputs against one-hot (or smoothed) labels, summed over the
 * classes.
 *
 * <p>With logits {@code z} and labels {@code y}, both {@code [examples, classes]}, an example's
 * loss is {@code alpha sum_j y_j u_j^gamma b_j}: {@code p = softmax(z)}, {@code u = 1 - p} computed
 * as the share of the other classes, {@code b = -log p}. With {@code g_j = y_j u_j^gamma (1 + gamma
 * p_j b_j / u_j)} its gradient is {@code alpha (p_k sum_{j != k} g_j - u_k g_k)}, in which nothing
 * cancels where p is close to 1. The loss layer must have the activation {@code ActivationSoftmax}.
 * Lin, Goyal, Girshick, He, Dollar, <a href="https://arxiv.org/abs/1708.02002">Focal Loss for Dense
 * Object Detection</a>, 2017.
 */
public final class LogitCategoricalFocalCrossEntropy extends SoftmaxCrossEntropy {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final double gamma;
  @JsonProperty private final double alpha;
  @JsonProperty private final double labelSmoothing;

  /**
   * The loss with an exponent, a factor and label smoothing.
   *
   * @param gamma the exponent, finite and at least 0
   * @param alpha the factor, finite and at least 0
   * @param labelSmoothing the share of labels that becomes even chances, in [0, 1)
   * @throws IllegalArgumentException if a number is outside its range
   */
  @JsonCreator
  public LogitCategoricalFocalCrossEntropy(
      @JsonProperty(value = "gamma", required = true) double gamma,
      @JsonProperty(value = "alpha", required = true) double alpha,
      @JsonProperty("labelSmoothing") double labelSmoothing) {
    this.gamma = atLeastZero("gamma", gamma);
    this.alpha = atLeastZero("alpha", alpha);
    this.labelSmoothing = new Smoothing(labelSmoothing).share();
  }

  @Override
  List<Double> options() {
    return List.of(gamma, alpha, labelSmoothing);
  }

  @Override
  INDArray targets(INDArray labels, INDArray logits) {
    return new Smoothing(labelSmoothing).of(super.targets(labels, logits), logits.size(1));
  }

  @Override
  INDArray losses(INDArray targets, INDArray logits) {
    Shares shares = new Shares(logits);
    return shares.surprises().muli(weights(targets, shares));
  }

  @Override
  INDArray gradient(INDArray targets, INDArray logits) {
    Shares shares = new Shares(logits);
    // Where u is 0, b / u tends to 1.
    INDArray zeros = shares.others.eq(0).castTo(logits.dataType());
    INDArray ratios = shares.surprises().addi(zeros).divi(shares.others.add(zeros));
    INDArray weighted = ratios.muli(shares.own).muli(gamma).addi(1).muli(weights(targets, shares));
    INDArray ofOthers = weighted.rsub(weighted.sum(true, 1)).muli(shares.own);
    return ofOthers.subi(weighted.muli(shares.others));
  }

  /** {@code alpha y u^gamma}. */
  private INDArray weights(INDArray targets, Shares shares) {
    return Transforms.pow(shares.others, gamma, true).muli(targets).muli(alpha);
  }

  /** What softmax gives each class, and what it leaves to the others, without cancellation. */
  private static final class Shares {

    private final INDArray shifted;
    private final INDArray beyondLargest;
    private final INDArray own;
    private final INDArray others;

    /** The sum of all powers is 1, that of a largest, and what is beyond it. */
    Shares(INDArray logits) {
      shifted = logits.sub(logits.max(true, 1));
      INDArray powers = Transforms.exp(shifted, true);
      INDArray largest = shifted.eq(0).castTo(logits.dataType());
      INDArray smaller = largest.rsub(1);
      // In this order, as a small tail would be lost in 1.
      beyondLargest = largest.sum(true, 1).subi(1).addi(powers.mul(smaller).sum(true, 1));
      INDArray sum = beyondLargest.add(1);
      others = powers.rsub(1).muli(smaller).addi(beyondLargest).divi(sum);
      own = powers.divi(sum);
    }

    /** {@code -log p} in a new array. */
    INDArray surprises() {
      return shifted.rsub(log1p(beyondLargest));
    }

    /** {@code log(1 + x)}, of which ND4J's own loses small x. */
    private static INDArray log1p(INDArray x) {
      INDArray rounded = x.add(1);
      INDArray kept = rounded.sub(1);
      INDArray lost = kept.eq(0).castTo(x.dataType());
      return Transforms.log(rounded, false).addi(lost).muli(x).divi(kept.addi(lost));
    }
  }
}
