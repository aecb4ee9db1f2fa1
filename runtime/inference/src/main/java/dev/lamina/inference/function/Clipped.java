package dev.lamina.inference.function;

/**
 * {@code min(max(0, z), ceiling)}, in loops that the JIT compiler makes vector instructions of.
 *
 * @param ceiling the largest value; infinite where there is none
 */
record Clipped(double ceiling) implements RowFunction {

  @Override
  public void apply(float[] row, int count) {
    float top = (float) ceiling;
    for (int i = 0; i < count; i++) {
      row[i] = Math.min(Math.max(0, row[i]), top);
    }
  }

  @Override
  public void apply(double[] row, int count) {
    for (int i = 0; i < count; i++) {
      row[i] = Math.min(Math.max(0, row[i]), ceiling);
    }
  }
}
