package dev.lamina.training.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether numbers are finite, neither NaN nor infinite. */
final class Finite {

  private Finite() {}

  /** Whether every number of an array is. */
  static boolean isAll(INDArray array) {
    if (Double.isFinite(array.sumNumber().doubleValue())) {
      return true; // NaN and infinities never leave a sum finite
    }
    for (double value : array.dup('c').data().asDouble()) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
