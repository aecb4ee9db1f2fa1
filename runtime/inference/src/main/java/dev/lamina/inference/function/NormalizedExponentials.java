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

  @Override
  public void applyToColumns(float[][] columns, int count, int rows) {
    for (int row = 0; row < rows; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        largest = Math.max(largest, columns[i][row]);
      }
      double sum = 0;
      for (int i = 0; i < count; i++) {
        double power = power(columns[i][row], largest);
        columns[i][row] = (float) power;
        sum += power;
      }
      for (int i = 0; i < count; i++) {
        columns[i][row] = (float) (columns[i][row] / sum);
      }
    }
  }

  @Override
  public void applyToColumns(double[][] columns, int count, int rows) {
    for (int row = 0; row < rows; row++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        largest = Math.max(largest, columns[i][row]);
      }
      double sum = 0;
      for (int i = 0; i < count; i++) {
        columns[i][row] = power(columns[i][row], largest);
        sum += columns[i][row];
      }
      for (int i = 0; i < count; i++) {
        columns[i][row] /= sum;
      }
    }
  }

  private double power(double z, double largest) {
    return Exponential.of((z - largest) / temperature);
  }
}
