package dev.lamina.training.metric;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The squared errors of one output, and how far its targets spread (Welford 1962). */
final class Squares {

  static final int BYTES = Long.BYTES + 3 * Double.BYTES;

  private long samples;
  private double errors;
  private double mean;
  private double spread;

  void add(double output, double target) {
    samples++;
    errors += (output - target) * (output - target);
    double distance = target - mean;
    mean += distance / samples;
    spread += distance * (target - mean);
  }

  void write(DataOutput output) throws IOException {
    output.writeLong(samples);
    output.writeDouble(errors);
    output.writeDouble(mean);
    output.writeDouble(spread);
  }

  void read(ByteBuffer input) {
    samples = input.getLong();
    errors = input.getDouble();
    mean = input.getDouble();
    spread = input.getDouble();
  }

  /** The root of the mean squared error; NaN before the first sample. */
  double rootOfMean() {
    return Math.sqrt(errors / samples);
  }

  /** The share of the spread that is no error; NaN before the second sample. */
  double explained() {
    if (samples < 2) {
      return Double.NaN;
    }
    if (spread == 0) {
      return errors == 0 ? 1 : 0;
    }
    return 1 - errors / spread;
  }
}
