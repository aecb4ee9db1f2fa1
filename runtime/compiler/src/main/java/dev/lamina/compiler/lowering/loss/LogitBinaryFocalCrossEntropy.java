package dev.lamina.compiler.lowering.loss;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Focal binary cross-entropy of sigmoid outputs, the mean over an example's outputs.
 *
 * <p>With logits {@code z} and labels {@code y} in [0, 1], both {@code [examples, outputs]}, an
 * output's loss is {@code w u^gamma b}: {@code u = y sigmoid(-z) + (1 - y) sigmoid(z)} the
 * probability of what is not true, {@code b = softplus(z) - y z} the cross-entropy, {@code w =
 * positive y + negative (1 - y)}. The derivative is {@code w u^gamma (gamma (1 - 2 y) r b +
 * sigmoid(z) - y)} with {@code r = p (1 - p) / u = 1 / (1 + (1 - y) e^z + y e^-z)}. The loss layer
 * must have the activation {@code ActivationSigmoid}. Lin, Goyal, Girshick, He, Dollar, <a
 * href="https://arxiv.org/abs/1708.02002">Focal Loss for Dense Object Detection</a>, 2017.
 */
public final class LogitBinaryFocalCrossEntropy extends LogitLoss {

  private static final long serialVersionUID = 1L;

  /** Beyond it r is 0 or 1 to every digit, and e^80 does not overflow float32. */
  private static final double FAR = 80;

  @JsonProperty private final double gamma;
  @JsonProperty private final double positive;
  @JsonProperty private final double negative;

  /**
   * The loss with an exponent and weights of the classes.
   *
   * @param gamma the exponent, finite and at least 0
   * @param positive the weight of class 1, finite and at least 0
   * @param negative the weight of class 0, finite and at least 0
   * @throws IllegalArgumentException if a number is outside its range
   */
  @JsonCreator
  public LogitBinaryFocalCrossEntropy(
      @JsonProperty(value = "gamma", required = true) double gamma,
      @JsonProperty(value = "positive", required = true) double positive,
      @JsonProperty(value = "negative", required = true) double negative) {
    this.gamma = atLeastZero("gamma", gamma);
    this.positive = atLeastZero("positive", positive);
    this.negative = atLeastZero("negative", negative);
  }

  @Override
  List<Double> options() {
    return List.of(gamma, positive, negative);
  }

  @Override
  Class<? extends IActivation> activation() {
    return ActivationSigmoid.class;
  }

  @Override
  INDArray losses(INDArray targets, INDArray logits) {
    return crossEntropies(targets, logits).muli(factors(targets, logits));
  }

  @Override
  INDArray gradient(INDArray targets, INDArray logits) {
    INDArray ofFactor =
        ratios(targets, logits)
            .muli(crossEntropies(targets, logits))
            .muli(targets.mul(-2).addi(1))
            .muli(gamma);
    return Transforms.sigmoid(logits, true)
        .subi(targets)
        .addi(ofFactor)
        .muli(factors(targets, logits));
  }

  private static INDArray crossEntropies(INDArray targets, INDArray logits) {
    INDArray tail = Transforms.exp(Transforms.abs(logits, true).negi(), false);
    return Transforms.relu(logits, true)
        .subi(logits.mul(targets))
        .addi(Transforms.log1p(tail, false));
  }

  /** {@code w u^gamma / outputs}. */
  private INDArray factors(INDArray targets, INDArray logits) {
    INDArray others = targets.rsub(1);
    INDArray wrong =
        Transforms.sigmoid(logits.neg(), false)
            .muli(targets)
            .addi(Transforms.sigmoid(logits, true).muli(others));
    INDArray weights = targets.mul(positive).addi(others.muli(negative)).divi(logits.size(1));
    return Transforms.pow(wrong, gamma, false).muli(weights);
  }

  private static INDArray ratios(INDArray targets, INDArray logits) {
    INDArray near = Transforms.max(Transforms.min(logits, FAR, true), -FAR, false);
    INDArray up = Transforms.exp(near, true).muli(targets.rsub(1));
    INDArray down = Transforms.exp(near.negi(), false).muli(targets);
    return up.addi(down).addi(1).rdivi(1);
  }
}
