package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;

/** Gathers batches, one after the other, into the same arrays. */
final class BatchReader {

  private final Dataset data;
  private final int[] order;
  private final int size;
  private final Batch full;
  private final Batch last;
  private long nanoseconds;

  BatchReader(Dataset data, int[] order, int size) {
    this.data = data;
    this.order = order;
    this.size = size;
    this.full = Batch.sized(data, Math.min(size, order.length));
    this.last = Batch.sized(data, order.length > size ? order.length % size : 0);
  }

  /** Batch {@code number}, counted from 0, in arrays that hold it until the next is gathered. */
  Batch gather(int number) {
    long start = System.nanoTime();
    int from = number * size;
    Batch batch = order.length - from >= full.rows() ? full : last;
    batch.gather(data, order, from);
    nanoseconds = System.nanoTime() - start;
    return batch;
  }

  /** How long the last batch took. */
  long nanoseconds() {
    return nanoseconds;
  }
}
