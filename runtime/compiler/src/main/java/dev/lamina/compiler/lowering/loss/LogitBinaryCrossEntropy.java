package dev.lamina.compiler.lowering.loss;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Binary cross-entropy of sigmoid outputs, the mean over an example's outputs.
 *
 * <p>With logits {@code z} and labels {@code y} in [0, 1], both {@code [examples, outputs]}, an
 * output's loss is {@code l = softplus(z) - y z = max(z, 0) - y z + log(1 + e^-|z|)}, which is
 * {@code -y log(sigmoid(z)) - (1 - y) log(1 - sigmoid(z))} without its overflow; the derivative is
 * {@code (sigmoid(z) - y) / outputs}. The loss layer must have the activation {@code
 * ActivationSigmoid}.
 */
public final class LogitBinaryCrossEntropy extends LogitLoss {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final double labelSmoothing;

  /** The loss without label smoothing. */
  public LogitBinaryCrossEntropy() {
    this(0);
  }

  /**
   * The loss with label smoothing.
   *
   * @param labelSmoothing the share of labels that becomes even chances, in [0, 1)
   * @throws IllegalArgumentException if it is not in that range
   */
  @JsonCreator
  public LogitBinaryCrossEntropy(@JsonProperty("labelSmoothing") double labelSmoothing) {
    this.labelSmoothing = new Smoothing(labelSmoothing).share();
  }

  @Override
  List<Double> options() {
    return labelSmoothing == 0 ? List.of() : List.of(labelSmoothing);
  }

  @Override
  Class<? extends IActivation> activation() {
    return ActivationSigmoid.class;
  }

  @Override
  INDArray targets(INDArray labels, INDArray logits) {
    return new Smoothing(labelSmoothing).of(super.targets(labels, logits), 2);
  }

  @Override
  INDArray losses(INDArray targets, INDArray logits) {
    INDArray tail = Transforms.exp(Transforms.abs(logits, true).negi(), false);
    return Transforms.relu(logits, true)
        .subi(logits.mul(targets))
        .addi(Transforms.log1p(tail, false))
        .divi(logits.size(1));
  }

  @Override
  INDArray gradient(INDArray targets, INDArray logits) {
    return Transforms.sigmoid(logits, true).subi(targets).divi(logits.size(1));
  }
}
