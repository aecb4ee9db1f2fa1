package dev.lamina.compiler.lowering.loss;

import java.io.Serializable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Label smoothing: labels y become {@code y (1 - share) + share / chances}.
 *
 * <p>Szegedy, Vanhoucke, Ioffe, Shlens, Wojna, <a
 * href="https://arxiv.org/abs/1512.00567">Rethinking the Inception Architecture for Computer
 * Vision</a>, 2016.
 *
 * @param share in [0, 1); 0 leaves labels as they are
 */
record Smoothing(double share) implements Serializable {

  private static final long serialVersionUID = 1L;

  Smoothing {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "Label smoothing expects a share in [0, 1), but got %s. %s"
              .formatted(share, "Fix: give a number such as 0.1."));
    }
  }

  /** The labels smoothed towards one of so many chances; the same array where share is 0. */
  INDArray of(INDArray labels, long chances) {
    return share == 0 ? labels : labels.mul(1 - share).addi(share / chances);
  }
}
