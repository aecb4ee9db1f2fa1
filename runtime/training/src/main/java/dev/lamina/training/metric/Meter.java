package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;

/** A mean over samples that grows with each batch. */
final class Meter {

  private final Measure measure;
  private double sum;
  private long samples;

  Meter(Measure measure) {
    this.measure = measure;
  }

  /** What a step gave for its batch on average over the samples; keeps neither. */
  @FunctionalInterface
  interface Measure {
    double mean(Batch batch, Step step);
  }

  void add(Batch batch, Step step) {
    sum += measure.mean(batch, step) * batch.rows();
    samples += batch.rows();
  }

  /** Starts anew. */
  void clear() {
    sum = 0;
    samples = 0;
  }

  /** The mean over all samples so far; NaN before the first. */
  double value() {
    return sum / samples;
  }
}
