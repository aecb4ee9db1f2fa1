package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.stream.SampleStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Mini-batches of a stream, of which the last may be shorter, read ahead on another thread.
 *
 * <p>Memory holds the buffer in which samples are shuffled and three mini-batches, however long the
 * stream is. What reading throws reaches who asks for the batch.
 */
public final class StreamBatches implements BatchSource {

  private final SampleStream stream;
  private final int size;
  private final Consumer<Batch> check;
  private Optional<StreamThread> reading = Optional.empty();
  private Optional<Batch> next = Optional.empty();
  private Optional<Batch> given = Optional.empty();

  /**
   * The samples of a stream.
   *
   * @param size how many samples a full batch holds
   * @param check throws where something is wrong with a batch; called on the thread that reads
   */
  public StreamBatches(SampleStream stream, int size, Consumer<Batch> check) {
    this.stream = stream;
    // A pass that is known to be short needs no larger arrays.
    this.size = (int) Math.max(1, Math.min(size, stream.size().orElse(size)));
    this.check = check;
  }

  @Override
  public OptionalInt expected() {
    return stream.size().isPresent()
        ? OptionalInt.of((int) ((stream.size().getAsLong() + size - 1) / size))
        : OptionalInt.empty();
  }

  @Override
  public void start(long seed) {
    close();
    StreamThread started = StreamThread.start(stream, size, seed, check);
    reading = Optional.of(started);
    next = started.take();
  }

  @Override
  public void skip(int batches) {
    for (int number = 0; number < batches; number++) {
      advance();
    }
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Batch next() {
    Batch batch = next.orElseThrow(NoSuchElementException::new);
    advance();
    return batch;
  }

  private void advance() {
    StreamThread thread = reading.orElseThrow();
    given.ifPresent(thread::giveBack);
    given = next;
    next = thread.take();
  }

  @Override
  public void close() {
    reading.ifPresent(StreamThread::stop);
    reading = Optional.empty();
    next = Optional.empty();
    given = Optional.empty();
  }
}
