package dev.lamina.training.engine;

import dev.lamina.training.data.Batch;

/** What computes the outputs of a network as it predicts. */
interface Prediction extends AutoCloseable {

  /** The outputs for the rows from {@code from}, inclusive, to {@code to}, exclusive. */
  double[][] outputs(double[][] features, int from, int to);

  /** The outputs for this batch, and how far they are from its targets. */
  Compared compare(Batch batch);

  @Override
  void close();

  /**
   * Outputs that were compared.
   *
   * @param loss the mean loss, without penalties
   * @param outputs row by row
   */
  record Compared(double loss, double[] outputs) {}
}
