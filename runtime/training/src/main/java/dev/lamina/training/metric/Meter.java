package dev.lamina.training.metric;

/** A mean over samples that grows with each batch. */
final class Meter {

  private final Measure measure;
  private double sum;
  private long samples;

  Meter(Measure measure) {
    this.measure = measure;
  }

  /** What a batch gives on average over its samples. */
  @FunctionalInterface
  interface Measure {
    double mean(Predictions predictions);
  }

  void add(Predictions predictions) {
    sum += measure.mean(predictions) * predictions.rows();
    samples += predictions.rows();
  }

  /** The mean over all samples so far; NaN before the first. */
  double value() {
    return sum / samples;
  }
}
