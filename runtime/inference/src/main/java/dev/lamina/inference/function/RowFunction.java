package dev.lamina.inference.function;

import dev.lamina.dsl.activation.Activation;

/** An activation function of one sample's numbers, in place. */
public sealed interface RowFunction permits Clipped, Leaky, Pointwise, NormalizedExponentials {

  /** The function that this activation is. */
  static RowFunction of(Activation activation) {
    return activation.accept(new Functions());
  }

  /** Overwrites the first {@code count} numbers with the function of them, rounded once. */
  void apply(float[] row, int count);

  /** Overwrites the first {@code count} numbers with the function of them. */
  void apply(double[] row, int count);

  /**
   * The same, to the same bits, for the first samples of arrays that each hold one number of all.
   */
  default void applyToColumns(float[][] columns, int count, int rows) {
    for (int i = 0; i < count; i++) {
      apply(columns[i], rows);
    }
  }

  /**
   * The same, to the same bits, for the first samples of arrays that each hold one number of all.
   */
  default void applyToColumns(double[][] columns, int count, int rows) {
    for (int i = 0; i < count; i++) {
      apply(columns[i], rows);
    }
  }
}
