package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The value of a metric, which grows with each batch. */
interface Meter {

  /** Takes in what a step gave for this batch; keeps neither. */
  void add(Batch batch, Step step);

  /** Starts anew. */
  void clear();

  /** Writes all that it has taken in. */
  void write(DataOutput output) throws IOException;

  /**
   * Goes on from what {@link #write} wrote of the same metric.
   *
   * @throws IllegalArgumentException if there is no such thing
   */
  void read(ByteBuffer input);

  /** The value for all samples so far. */
  double value();

  /** Whether the value costs little; otherwise it is worked out at the end of an epoch only. */
  default boolean isKnownMeanwhile() {
    return true;
  }
}
