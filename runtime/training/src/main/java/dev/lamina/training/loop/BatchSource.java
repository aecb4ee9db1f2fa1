package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import java.util.OptionalInt;

/** Where the mini-batches of a training come from, epoch by epoch; for use by one thread. */
public interface BatchSource extends AutoCloseable {

  /** How many mini-batches an epoch has, where that is known before. */
  OptionalInt expected();

  /** Begins an epoch, in the order that comes from this seed alone. */
  void start(long seed);

  /** Goes on after so many mini-batches of the epoch that was just begun, which has more. */
  void skip(int batches);

  /** Whether the epoch goes on. */
  boolean hasNext();

  /** The next mini-batch; the one before holds no longer. */
  Batch next();

  /** Ends all reading of samples. */
  @Override
  void close();
}
