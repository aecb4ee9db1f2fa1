package dev.lamina.inference.function;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of each number by itself, computed in double precision.
 *
 * @param function the function
 */
record Pointwise(DoubleUnaryOperator function) implements RowFunction {

  @Override
  public void apply(float[] row, int count) {
    for (int i = 0; i < count; i++) {
      row[i] = (float) function.applyAsDouble(row[i]);
    }
  }

  @Override
  public void apply(double[] row, int count) {
    for (int i = 0; i < count; i++) {
      row[i] = function.applyAsDouble(row[i]);
    }
  }
}
