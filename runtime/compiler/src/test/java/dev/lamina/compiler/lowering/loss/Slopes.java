package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Compares gradients of losses with central differences of their summed scores. */
final class Slopes {

  private static final double STEP = 1e-5;

  private Slopes() {}

  /** The largest relative error over all logits, in float64. */
  static double worstRelativeError(
      ILossFunction loss, INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    INDArray gradient = loss.computeGradient(labels, logits, activation, mask);
    double worst = 0;
    for (int row = 0; row < logits.size(0); row++) {
      for (int column = 0; column < logits.size(1); column++) {
        double slope = slope(loss, labels, logits, activation, mask, row, column);
        double actual = gradient.getDouble(row, column);
        worst = Math.max(worst, Math.abs(actual - slope) / Math.max(Math.abs(slope), 1e-3));
      }
    }
    return worst;
  }

  private static double slope(
      ILossFunction loss,
      INDArray labels,
      INDArray logits,
      IActivation activation,
      INDArray mask,
      int row,
      int column) {
    INDArray up = logits.dup();
    INDArray down = logits.dup();
    up.putScalar(row, column, logits.getDouble(row, column) + STEP);
    down.putScalar(row, column, logits.getDouble(row, column) - STEP);
    double rise =
        loss.computeScore(labels, up, activation, mask, false)
            - loss.computeScore(labels, down, activation, mask, false);
    return rise / (2 * STEP);
  }
}
