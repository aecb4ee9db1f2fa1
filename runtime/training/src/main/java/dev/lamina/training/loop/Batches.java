package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Samples in a certain order, cut into mini-batches, of which the last may be shorter.
 *
 * <p>A batch holds until the next one is asked for: its arrays are used again. Where gathering
 * takes so long that it pays, another thread gathers the next batch in the meantime, with the same
 * numbers; it ends when the batches are closed. Samples are never read by both at once, and what
 * reading throws reaches who asks for the batch. For use by one thread.
 */
public final class Batches implements BatchSource {

  private final Dataset data;
  private final int[] order;
  private final int size;
  private final Overlap overlap;
  private final GatherThread ahead = new GatherThread();
  private BatchReader reader;
  private Optional<BatchReader> spare = Optional.empty();
  private long handedOut;
  private long computing;
  private int next;

  /**
   * The samples with these numbers.
   *
   * @param data the samples
   * @param order their numbers, in order; the caller gives the array away
   * @param size how many samples a full batch holds
   */
  public Batches(Dataset data, int[] order, int size) {
    this(data, order, size, MeasuredOverlap.onThisMachine());
  }

  Batches(Dataset data, int[] order, int size, Overlap overlap) {
    this.data = data;
    this.order = order;
    this.size = size;
    this.overlap = overlap;
    this.reader = new BatchReader(data, order, size);
  }

  /** How many batches there are. */
  public int count() {
    return count(order.length, size);
  }

  /** How many batches so many samples give. */
  public static int count(int samples, int size) {
    return (int) (((long) samples + size - 1) / size);
  }

  @Override
  public OptionalInt expected() {
    return OptionalInt.of(count());
  }

  @Override
  public void start(long seed) {
    shuffle(seed);
    next = 0;
  }

  @Override
  public void skip(int batches) {
    next = batches;
  }

  @Override
  public boolean hasNext() {
    return next < count();
  }

  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return get(next++);
  }

  /** Puts all samples of the data in the order that comes from this seed alone. */
  public void shuffle(long seed) {
    ahead.forget();
    SampleOrder.shuffle(order, seed);
  }

  /** Batch {@code number}, counted from 0; the one before holds no longer. */
  public Batch get(int number) {
    // Between two epochs more than a step goes on.
    computing = number == 0 ? computing : System.nanoTime() - handedOut;
    Batch batch = ahead.isAt(number) ? takeAhead() : reader.gather(number);
    overlap.after(reader.nanoseconds(), computing);
    if (overlap.pays() && number + 1 < count()) {
      ahead.start(spareReader(), number + 1);
    }
    handedOut = System.nanoTime();
    return batch;
  }

  /** Ends the thread that gathers, if there is one, after the batch that it is at. */
  @Override
  public void close() {
    ahead.close();
  }

  private Batch takeAhead() {
    Batch batch = ahead.take();
    BatchReader filled = spareReader();
    spare = Optional.of(reader);
    reader = filled;
    return batch;
  }

  private BatchReader spareReader() {
    if (spare.isEmpty()) {
      spare = Optional.of(new BatchReader(data, order, size));
    }
    return spare.get();
  }
}
