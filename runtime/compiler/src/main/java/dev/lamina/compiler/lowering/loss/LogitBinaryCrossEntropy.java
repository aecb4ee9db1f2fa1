package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Binary cross-entropy of sigmoid outputs, the mean over an example's outputs.
 *
 * <p>With logits {@code z} and labels {@code y} in [0, 1], both {@code [examples, outputs]}, an
 * output's loss is {@code softplus(z) - y z = max(z, 0) - y z + log(1 + e^-|z|)}, which is {@code
 * -y log(sigmoid(z)) - (1 - y) log(1 - sigmoid(z))} without its overflow; the derivative is {@code
 * (sigmoid(z) - y) / outputs}. The loss layer must have the activation {@code ActivationSigmoid}.
 */
public final class LogitBinaryCrossEntropy extends LogitLoss {

  private static final long serialVersionUID = 1L;

  /** The loss; it has no options. */
  public LogitBinaryCrossEntropy() {}

  @Override
  Class<? extends IActivation> activation() {
    return ActivationSigmoid.class;
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
