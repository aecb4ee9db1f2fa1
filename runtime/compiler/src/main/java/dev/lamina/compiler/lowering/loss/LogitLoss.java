package dev.lamina.compiler.lowering.loss;

import dev.lamina.compiler.lowering.activation.Tempered;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;

/**
 * A loss whose output activation is fused into it, so that it is computed from the logits.
 *
 * <p>If the activation has a temperature T, all of this is said of {@code z / T}, and the gradient
 * by the logits z is divided by T.
 */
abstract class LogitLoss extends FlatLoss {

  private static final long serialVersionUID = 1L;

  /** The only activation that the loss layer may have, with or without a temperature. */
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
    return losses(targets, scaled(logits, activation));
  }

  @Override
  final INDArray gradient(INDArray targets, INDArray logits, IActivation activation) {
    return byLogits(gradient(targets, scaled(logits, activation)), activation);
  }

  @Override
  final INDArray gradient(
      INDArray targets, INDArray logits, IActivation activation, INDArray mask) {
    return byLogits(gradient(targets, scaled(logits, activation), mask), activation);
  }

  @Override
  final void accepts(IActivation activation) {
    IActivation fused =
        activation instanceof Tempered tempered ? tempered.untempered() : activation;
    if (!activation().isInstance(fused)) {
      throw new IllegalArgumentException(
          "Loss `%s` is computed from logits and expects the activation `%s`, but got `%s`. %s"
              .formatted(
                  name(),
                  activation().getSimpleName(),
                  activation,
                  "Fix: give the loss layer the expected activation."));
    }
  }

  /** Demands that an option of this loss is finite and at least 0. */
  final double atLeastZero(String option, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s expects `%s` to be finite and at least 0, but got %s. %s"
              .formatted(name(), option, value, "Fix: give a number in that range."));
    }
    return value;
  }

  /** What the activation without its temperature makes the same outputs of. */
  private static INDArray scaled(INDArray logits, IActivation activation) {
    return activation instanceof Tempered tempered ? tempered.scaled(logits) : logits;
  }

  /** The gradient by the logits, of that by the scaled ones, which it overwrites. */
  private static INDArray byLogits(INDArray gradient, IActivation activation) {
    return activation instanceof Tempered tempered
        ? gradient.divi(tempered.temperature())
        : gradient;
  }
}
