package dev.lamina.compiler.lowering.step;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What ends a network at work on a batch: output activation and loss. */
interface Head {

  /** Computes the outputs alone, for so many rows, from the first. */
  void predict(int rows);

  /**
   * Computes the outputs for so many rows, from the first, and compares them with these targets,
   * row by row; afterwards the other methods know.
   *
   * @param weights how much the loss of each row counts; none where each counts 1
   */
  void compare(double[] targets, double[] weights, int rows);

  /** Computes the gradient of the mean loss of the rows that were compared last, once. */
  void differentiate();

  /** The mean loss of the rows, each times its weight. */
  double loss();

  /** The outputs row by row, of which there may be more than were asked for; overwritten next. */
  double[] outputs();

  /** Whether every logit was finite. */
  boolean isFinite();

  /** Where the gradient by the logits is. */
  INDArray slope();
}
