package dev.lamina.inference.program;

import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;

/**
 * A factor and a shift for each number, in double precision.
 *
 * @param factors f
 * @param shifts s
 */
record DoubleScaling(double[] factors, double[] shifts) implements DoubleOperation {

  /** The scaling in double precision. */
  static DoubleScaling of(Scaling scaling) {
    return new DoubleScaling(scaling.factors(), scaling.shifts());
  }

  @Override
  public void alone(DoubleBuffers buffers) {
    double[] row = buffers.row();
    for (int i = 0; i < factors.length; i++) {
      row[i] = row[i] * factors[i] + shifts[i];
    }
  }

  @Override
  public void together(DoubleBuffers buffers, int rows) {
    for (int i = 0; i < factors.length; i++) {
      scale(buffers.columns()[i], rows, factors[i], shifts[i]);
    }
  }

  private static void scale(double[] column, int rows, double factor, double shift) {
    for (int row = 0; row < rows; row++) {
      column[row] = column[row] * factor + shift;
    }
  }

  @Override
  public Step step() {
    return new Scaling(factors, shifts);
  }
}
