package dev.lamina.compiler.lowering;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.ops.transforms.Transforms;

/** How the logits that end a plan become outputs, and a loss, outside of a training step. */
public final class ScoreLowering {

  private final String logits;
  private final IActivation activation;
  private final ILossFunction loss;
  private final int width;

  private ScoreLowering(String logits, Operation.Score score, int width) {
    this.logits = logits;
    this.activation = score.activation().accept(new ActivationLowering());
    this.loss = score.loss().accept(new LossLowering());
    this.width = width;
  }

  /** For the loss that ends this plan. */
  public static ScoreLowering of(Plan plan) {
    return plan.last()
        .operation()
        .accept(
            new Operation.Cases<ScoreLowering>() {
              @Override
              public ScoreLowering apply(Operation.Apply apply) {
                throw new IllegalStateException("The plan has no loss:\n" + plan);
              }

              @Override
              public ScoreLowering score(Operation.Score score) {
                int width = plan.last().outputShape().size();
                return new ScoreLowering(plan.last().source(), score, width);
              }
            });
  }

  /** The name of the node that gives the logits. */
  public String logits() {
    return logits;
  }

  /** The network's outputs, which leave the logits as they are. */
  public INDArray outputs(INDArray logits) {
    return activation.getActivation(logits.dup(), false);
  }

  /** The gradient of each sample's loss by its logits, which stay as they are. */
  public INDArray slope(INDArray targets, INDArray logits) {
    return loss.computeGradient(targets, logits.dup(), activation, null);
  }

  /** The mean loss of these logits, without penalties. */
  public double loss(INDArray targets, INDArray logits) {
    try (INDArray copy = logits.dup()) {
      return loss.computeScore(targets, copy, activation, null, true);
    }
  }

  /** The mean of the losses of samples, each times its weight, {@code [samples, 1]}. */
  public double loss(INDArray targets, INDArray logits, INDArray weights) {
    try (INDArray copy = logits.dup();
        INDArray losses = loss.computeScoreArray(targets, copy, activation, null)) {
      return losses.muli(weights).sumNumber().doubleValue() / logits.size(0);
    }
  }

  /**
   * The mask, {@code [samples, 1]}, with which DL4J's loss layer multiplies the gradient of each
   * sample by such a weight.
   */
  public INDArray mask(INDArray weights) {
    // ND4J's squared error multiplies by the mask twice where it has the shape of the outputs.
    return loss instanceof LossMSE && width == 1 ? Transforms.sqrt(weights, true) : weights.dup();
  }
}
