package dev.lamina.inference.function;

/**
 * {@code z} for z > 0 and {@code alpha z} otherwise, without a branch, for vector instructions.
 *
 * @param alpha the slope for negative z
 */
record Leaky(double alpha) implements RowFunction {

  @Override
  public void apply(float[] row, int count) {
    float slope = (float) alpha;
    for (int i = 0; i < count; i++) {
      row[i] = Math.max(0, row[i]) + slope * Math.min(0, row[i]);
    }
  }

  @Override
  public void apply(double[] row, int count) {
    for (int i = 0; i < count; i++) {
      row[i] = Math.max(0, row[i]) + alpha * Math.min(0, row[i]);
    }
  }
}
