package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;

/**
 * What a network gave for some samples, beside what was wanted.
 *
 * @param rows how many samples
 * @param loss their mean loss
 * @param outputs {@code [rows, outputs]} row by row
 * @param targets {@code [rows, targets]} row by row
 */
public record Predictions(int rows, double loss, double[] outputs, double[] targets) {

  /** What one step gave for this batch. */
  public static Predictions of(Batch batch, Step step) {
    return new Predictions(batch.rows(), step.loss(), step.outputs(), batch.targets());
  }

  /** How many outputs each sample has. */
  int outputWidth() {
    return outputs.length / rows;
  }

  /** How many targets each sample has. */
  int targetWidth() {
    return targets.length / rows;
  }
}
