package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;

/** A loss that is computed from the outputs, whatever their activation. */
abstract class OutputLoss extends FlatLoss {

  private static final long serialVersionUID = 1L;

  /** What each output adds to the loss of its example: a new {@code [examples, outputs]} array. */
  abstract INDArray losses(INDArray targets, INDArray outputs);

  /** The derivative of an example's loss by each of its outputs, in a new array. */
  abstract INDArray slopes(INDArray targets, INDArray outputs);

  /** The same with the losses weighed by a mask; enough where outputs do not touch each other. */
  INDArray slopes(INDArray targets, INDArray outputs, INDArray mask) {
    INDArray slopes = slopes(targets, outputs);
    LossUtil.applyMask(slopes, mask);
    return slopes;
  }

  @Override
  final INDArray losses(INDArray targets, INDArray logits, IActivation activation) {
    return losses(targets, outputs(logits, activation));
  }

  @Override
  final INDArray gradient(INDArray targets, INDArray logits, IActivation activation) {
    return backward(slopes(targets, outputs(logits, activation)), logits, activation);
  }

  @Override
  final INDArray gradient(
      INDArray targets, INDArray logits, IActivation activation, INDArray mask) {
    return backward(slopes(targets, outputs(logits, activation), mask), logits, activation);
  }

  /** A copy goes in, since activations overwrite what they are given. */
  private static INDArray outputs(INDArray logits, IActivation activation) {
    return activation.getActivation(logits.dup(), true);
  }

  private static INDArray backward(INDArray slopes, INDArray logits, IActivation activation) {
    return activation.backprop(logits.dup(), slopes).getFirst();
  }
}
