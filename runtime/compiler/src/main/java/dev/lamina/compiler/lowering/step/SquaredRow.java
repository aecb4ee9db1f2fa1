package dev.lamina.compiler.lowering.step;

/**
 * The mean over outputs of {@code (z - y)^2}, where logits are the outputs; the derivative is
 * {@code 2 (z - y) / outputs}.
 *
 * @param width how many outputs
 */
record SquaredRow(int width) implements RowLoss {

  @Override
  public void outputs(double[] logits, double[] outputs, int row) {
    System.arraycopy(logits, row * width, outputs, row * width, width);
  }

  @Override
  public double apply(double[] logits, double[] targets, double[] outputs, int row) {
    double loss = 0;
    for (int i = row * width; i < (row + 1) * width; i++) {
      double error = logits[i] - targets[i];
      outputs[i] = logits[i];
      loss += error * error;
      logits[i] = 2 * error / width;
    }
    return loss / width;
  }
}
