package dev.lamina.inference.program;

import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;

/**
 * A factor and a shift for each number, in single precision.
 *
 * @param factors f
 * @param shifts s
 */
record FloatScaling(float[] factors, float[] shifts) implements FloatOperation {

  /** The scaling in single precision. */
  static FloatScaling of(Scaling scaling) {
    return new FloatScaling(Numbers.floats(scaling.factors()), Numbers.floats(scaling.shifts()));
  }

  @Override
  public void alone(FloatBuffers buffers) {
    float[] row = buffers.row();
    for (int i = 0; i < factors.length; i++) {
      row[i] = row[i] * factors[i] + shifts[i];
    }
  }

  @Override
  public void together(FloatBuffers buffers, int rows) {
    for (int i = 0; i < factors.length; i++) {
      scale(buffers.columns()[i], rows, factors[i], shifts[i]);
    }
  }

  private static void scale(float[] column, int rows, float factor, float shift) {
    for (int row = 0; row < rows; row++) {
      column[row] = column[row] * factor + shift;
    }
  }

  @Override
  public Step step() {
    return new Scaling(Numbers.doubles(factors), Numbers.doubles(shifts));
  }
}
