package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;

/**
 * Samples in a certain order, cut into mini-batches, of which the last may be shorter.
 *
 * @param data the samples
 * @param order their numbers, in order
 * @param size how many samples a full batch holds
 */
public record Batches(Dataset data, int[] order, int size) {

  /** How many batches there are. */
  public int count() {
    return count(order.length, size);
  }

  /** How many batches so many samples give. */
  public static int count(int samples, int size) {
    return (int) (((long) samples + size - 1) / size);
  }

  /** Batch {@code number}, counted from 0. */
  public Batch get(int number) {
    int from = number * size;
    return Batch.of(data, order, from, from + Math.min(size, order.length - from));
  }
}
