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
  public void apply(DoubleBuffers buffers, int rows) {
    for (int row = 0; row < rows; row++) {
      double[] values = buffers.values()[row];
      for (int i = 0; i < factors.length; i++) {
        values[i] = values[i] * factors[i] + shifts[i];
      }
    }
  }

  @Override
  public Step step() {
    return new Scaling(factors, shifts);
  }
}
