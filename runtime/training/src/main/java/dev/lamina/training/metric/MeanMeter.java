package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A mean over samples; NaN before the first. */
final class MeanMeter implements Meter {

  private final Measure measure;
  private double sum;
  private long samples;

  MeanMeter(Measure measure) {
    this.measure = measure;
  }

  /** What a step gave for its batch on average over the samples; keeps neither. */
  @FunctionalInterface
  interface Measure {
    double mean(Batch batch, Step step);
  }

  @Override
  public void add(Batch batch, Step step) {
    sum += measure.mean(batch, step) * batch.rows();
    samples += batch.rows();
  }

  @Override
  public void clear() {
    sum = 0;
    samples = 0;
  }

  @Override
  public void write(DataOutput output) throws IOException {
    output.writeDouble(sum);
    output.writeLong(samples);
  }

  @Override
  public void read(ByteBuffer input) {
    sum = input.getDouble();
    samples = input.getLong();
  }

  @Override
  public double value() {
    return sum / samples;
  }
}
