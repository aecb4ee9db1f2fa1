package dev.lamina.training.engine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Between Java's arrays and ND4J's. */
final class Arrays {

  private Arrays() {}

  /** A matrix of these rows. */
  static INDArray matrix(double[] rowByRow, int rows, DataType type) {
    long[] shape = {rows, rowByRow.length / rows};
    return Nd4j.create(rowByRow, shape, new long[] {shape[1], 1}, 'c', type);
  }

  /** The numbers of an array, row by row. */
  static double[] values(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** Whether every number of an array is finite. */
  static boolean areFinite(INDArray array) {
    if (Double.isFinite(array.sumNumber().doubleValue())) {
      return true; // NaN and infinities never leave a sum finite
    }
    for (double value : values(array)) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
