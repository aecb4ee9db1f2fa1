package dev.lamina.compiler.lowering.step;

/**
 * A loss fused with the activation before it, of one sample at a time, in double precision.
 *
 * <p>Logits and outputs are few beside the weights, and Java reads each of them anyway, for the
 * metrics: fused, all that is asked of them is computed on the way.
 */
interface RowLoss {

  /**
   * Turns the logits of a sample into its outputs.
   *
   * @param logits row by row
   * @param outputs where the outputs of the sample go
   * @param row which sample
   */
  void outputs(double[] logits, double[] outputs, int row);

  /**
   * Turns the logits of a sample, in place, into the gradient of its loss by them.
   *
   * @return the loss of the sample
   */
  double apply(double[] logits, double[] targets, double[] outputs, int row);

  /** Label smoothing, as of the loss that is compiled for DL4J: towards one of so many chances. */
  static double smooth(double target, double share, int chances) {
    return target * (1 - share) + share / chances;
  }
}
