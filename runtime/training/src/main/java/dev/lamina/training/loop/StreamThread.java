package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.stream.SampleStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Reads one pass of a stream on a thread of its own, a bounded number of mini-batches ahead. */
final class StreamThread {

  private static final String NAME = "lamina-stream";

  /** One is used, one is ready, and one is being read. */
  private static final int BATCHES = 3;

  /** A reader that does not answer for so long is left to itself: it keeps no JVM alive. */
  private static final long TO_END = 10_000;

  private final SampleStream stream;
  private final int size;
  private final Consumer<Batch> check;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
  private final BlockingQueue<Optional<Batch>> ready = new ArrayBlockingQueue<>(BATCHES + 1);
  private final Thread thread;
  private Optional<Throwable> failure =
      Optional.empty(); // written before the end is put, read after

  private StreamThread(SampleStream stream, int size, long seed, Consumer<Batch> check) {
    this.stream = stream;
    this.size = size;
    this.check = check;
    this.thread = new Thread(() -> read(seed), NAME);
    thread.setDaemon(true);
  }

  /**
   * Begins a pass.
   *
   * @param size how many samples a full batch holds
   * @param check throws where something is wrong with a batch
   */
  static StreamThread start(SampleStream stream, int size, long seed, Consumer<Batch> check) {
    StreamThread started = new StreamThread(stream, size, seed, check);
    started.thread.start();
    return started;
  }

  /** The next batch, when it is there, or nothing at the end; throws what reading threw. */
  Optional<Batch> take() {
    Optional<Batch> batch = nextReady();
    if (batch.isEmpty()) {
      failure.ifPresent(StreamThread::rethrow);
    }
    return batch;
  }

  /** Gives the arrays of a batch back, to be filled again. */
  void giveBack(Batch batch) {
    if (batch.rows() == size && !free.offer(batch)) {
      throw new IllegalStateException("More batches came back than were given.");
    }
  }

  /** Ends the pass where it is; what reading throws from now on is of no interest. */
  void stop() {
    thread.interrupt();
    boolean isInterrupted = Thread.interrupted();
    try {
      thread.join(TO_END);
    } catch (InterruptedException exception) {
      isInterrupted = true;
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(long seed) {
    try (ShuffledPass pass = new ShuffledPass(stream, seed)) {
      for (int number = 0; fill(pass, number); number++) {
        // Each full batch is followed by another.
      }
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt(); // stopped
    } catch (Throwable exception) {
      failure = Optional.of(exception);
    } finally {
      ready.add(Optional.empty());
    }
  }

  /** Makes one batch ready, and says whether it was full. */
  private boolean fill(ShuffledPass pass, int number) throws InterruptedException {
    Batch batch = number < BATCHES ? sized() : free.take();
    int rows = 0;
    while (rows < size && pass.next(batch, rows)) {
      rows++;
    }
    if (rows > 0) {
      Batch filled = rows == size ? batch : first(batch, rows);
      check.accept(filled);
      ready.put(Optional.of(filled));
    }
    return rows == size;
  }

  private Batch sized() {
    return new Batch(
        size,
        new double[size * stream.featureWidth()],
        new double[size * stream.targetWidth()],
        new double[stream.isWeighted() ? size : 0]);
  }

  private Batch first(Batch batch, int rows) {
    return new Batch(
        rows,
        Arrays.copyOf(batch.features(), rows * stream.featureWidth()),
        Arrays.copyOf(batch.targets(), rows * stream.targetWidth()),
        Arrays.copyOf(batch.weights(), batch.isWeighted() ? rows : 0));
  }

  /** Waits through interruptions, of which the thread that trains hears later. */
  private Optional<Batch> nextReady() {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return ready.take();
        } catch (InterruptedException exception) {
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(failure);
  }
}
