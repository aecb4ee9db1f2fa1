package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;

/** A loss whose output activation is fused into it, so that it is computed from the logits. */
abstract class LogitLoss extends FlatLoss {

  private static final long serialVersionUID = 1L;

  /** The only activation that the loss layer may have. */
  abstract Class<? extends IActivation> activation();

  /** What each output adds to the loss of its example: a new {@code [examples, outputs]} array. */
  abstract INDArray losses(INDArray targets, INDArray logits);

  /** The derivative of an example's loss by each of its logits, in a new array. */
  abstract INDArray gradient(INDArray targets, INDArray logits);

  /** The same with the losses weighed by a mask; enough where outputs do not touch each other. */
  INDArray gradient(INDArray targets, INDArray logits, INDArray mask) {
    INDArray gradient = gradient(targets, logits);
    LossUtil.applyMask(gradient, mask);
    return gradient;
  }

  @Override
  final INDArray losses(INDArray targets, INDArray logits, IActivation activation) {
    return losses(targets, logits);
  }

  @Override
  final INDArray gradient(INDArray targets, INDArray logits, IActivation activation) {
    return gradient(targets, logits);
  }

  @Override
  final INDArray gradient(
      INDArray targets, INDArray logits, IActivation activation, INDArray mask) {
    return gradient(targets, logits, mask);
  }

  @Override
  final void accepts(IActivation activation) {
    if (!activation().isInstance(activation)) {
      throw new IllegalArgumentException(
          "Loss `%s` is computed from logits and expects the activation `%s`, but got `%s`. %s"
              .formatted(
                  name(),
                  activation().getSimpleName(),
                  activation,
                  "Fix: give the loss layer the expected activation."));
    }
  }
}
