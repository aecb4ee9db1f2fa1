package dev.lamina.compiler.lowering.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossUtil;

/**
 * A loss of flat outputs, for DL4J's loss layer, which hands it logits and the activation.
 *
 * <p>Logits are {@code [examples, outputs]}. A mask of {@code [examples, 1]} weighs examples, one
 * of {@code [examples, outputs]} weighs single outputs; either may be absent, which DL4J writes as
 * null. The score is the sum over the examples, divided by the number of examples if it is to be
 * averaged, whatever the mask sums to.
 */
abstract class FlatLoss implements ILossFunction {

  private static final long serialVersionUID = 1L;

  /** What each output adds to the loss of its example: a new {@code [examples, outputs]} array. */
  abstract INDArray losses(INDArray targets, INDArray logits, IActivation activation);

  /** The derivative of an example's loss by each of its logits, in a new array. */
  abstract INDArray gradient(INDArray targets, INDArray logits, IActivation activation);

  /** The same with the losses weighed by a mask. */
  abstract INDArray gradient(
      INDArray targets, INDArray logits, IActivation activation, INDArray mask);

  /** Throws where this activation cannot belong to this loss. */
  void accepts(IActivation activation) {}

  /** The options by which losses of the same class differ. */
  List<Double> options() {
    return List.of();
  }

  /** The labels in the shape and type of the logits; not to be modified, it may be the labels. */
  INDArray targets(INDArray labels, INDArray logits) {
    if (!labels.equalShapes(logits)) {
      throw new IllegalArgumentException(
          "Loss `%s` expects labels of the shape of the logits, %s, but they have shape %s. %s"
              .formatted(
                  name(),
                  Arrays.toString(logits.shape()),
                  Arrays.toString(labels.shape()),
                  "Fix: give one label for each output of each example."));
    }
    return labels.castTo(logits.dataType());
  }

  @Override
  public final double computeScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activationFn,
      INDArray mask,
      boolean average) {
    double sum = masked(labels, preOutput, activationFn, mask).sumNumber().doubleValue();
    return average ? sum / preOutput.size(0) : sum;
  }

  @Override
  public final INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
    return masked(labels, preOutput, activationFn, mask).sum(true, 1);
  }

  @Override
  public final INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
    check(preOutput, activationFn);
    INDArray targets = targets(labels, preOutput);
    return mask == null
        ? gradient(targets, preOutput, activationFn)
        : gradient(targets, preOutput, activationFn, mask);
  }

  @Override
  public final Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activationFn,
      INDArray mask,
      boolean average) {
    return Pair.of(
        computeScore(labels, preOutput, activationFn, mask, average),
        computeGradient(labels, preOutput, activationFn, mask));
  }

  private INDArray masked(INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    check(logits, activation);
    INDArray losses = losses(targets(labels, logits), logits, activation);
    if (mask != null) {
      LossUtil.applyMask(losses, mask);
    }
    return losses;
  }

  private void check(INDArray logits, IActivation activation) {
    accepts(activation);
    if (logits.rank() != 2) {
      throw new IllegalArgumentException(
          "Loss `%s` expects logits of shape [examples, outputs], but they have shape %s. %s"
              .formatted(
                  name(),
                  Arrays.toString(logits.shape()),
                  "Fix: make the output flat before the loss layer."));
    }
  }

  @Override
  public final String name() {
    return getClass().getSimpleName();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof FlatLoss that
        && name().equals(that.name())
        && options().equals(that.options());
  }

  @Override
  public final int hashCode() {
    return 31 * name().hashCode() + options().hashCode();
  }

  @Override
  public final String toString() {
    return options().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", name() + "(", ")"));
  }
}
