package dev.lamina.inference.function;

/**
 * Softmax: {@code e^(z_i / T) / sum_j e^(z_j / T)}, with the largest z moved to 0 first, so that
 * nothing overflows.
 *
 * @param temperature T
 */
record NormalizedExponentials(double temperature) implements RowFunction {

  @Override
  public void apply(float[] row, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, row[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double power = power(row[i], largest);
      row[i] = (float) power;
      sum += power;
    }
    for (int i = 0; i < count; i++) {
      row[i] = (float) (row[i] / sum);
    }
  }

  @Override
  public void apply(double[] row, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, row[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      row[i] = power(row[i], largest);
      sum += row[i];
    }
    for (int i = 0; i < count; i++) {
      row[i] /= sum;
    }
  }

  private double power(double z, double largest) {
    return StrictMath.exp((z - largest) / temperature);
  }
}
