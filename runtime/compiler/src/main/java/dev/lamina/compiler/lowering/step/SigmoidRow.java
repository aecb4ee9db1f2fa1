package dev.lamina.compiler.lowering.step;

/**
 * Binary cross-entropy of sigmoid, the mean over outputs of {@code max(z, 0) - y z + log(1 +
 * e^-|z|)}, whose derivative is {@code (sigmoid(z) - y) / outputs}.
 *
 * @param width how many outputs
 * @param smoothing the share of labels that becomes even chances
 */
record SigmoidRow(int width, double smoothing) implements RowLoss {

  @Override
  public void outputs(double[] logits, double[] outputs, int row) {
    for (int i = row * width; i < (row + 1) * width; i++) {
      outputs[i] = sigmoid(logits[i], Math.exp(-Math.abs(logits[i])));
    }
  }

  @Override
  public double apply(double[] logits, double[] targets, double[] outputs, int row) {
    double loss = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      double logit = logits[i];
      double target = RowLoss.smooth(targets[i], smoothing, 2);
      double tail = Math.exp(-Math.abs(logit));
      outputs[i] = sigmoid(logit, tail);
      loss += Math.max(logit, 0) - target * logit + Math.log1p(tail);
      logits[i] = (outputs[i] - target) / width;
    }
    return loss / width;
  }

  private static double sigmoid(double logit, double tail) {
    return (logit >= 0 ? 1 : tail) / (1 + tail);
  }
}
