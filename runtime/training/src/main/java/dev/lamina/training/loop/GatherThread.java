package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread that gathers one batch ahead; there is none before the first. */
final class GatherThread implements AutoCloseable {

  private static final String NAME = "lamina-batches";

  private final ExecutorService thread = Executors.newFixedThreadPool(1, GatherThread::daemon);
  private Optional<Ahead> pending = Optional.empty();

  /** A batch that is being gathered, or was. */
  private record Ahead(int number, CompletableFuture<Batch> batch) {}

  /** Begins with this batch; the one before must be taken. */
  void start(BatchReader reader, int number) {
    CompletableFuture<Batch> batch =
        CompletableFuture.supplyAsync(() -> reader.gather(number), thread);
    pending = Optional.of(new Ahead(number, batch));
  }

  /** Whether this is the batch that was begun; another one is done with. */
  boolean isAt(int number) {
    if (pending.isEmpty()) {
      return false;
    }
    boolean isAt = pending.get().number() == number;
    if (!isAt) {
      forget();
    }
    return isAt;
  }

  /** The batch that was begun, when it is there; throws what reading its samples threw. */
  Batch take() {
    CompletableFuture<Batch> batch = pending.orElseThrow().batch();
    pending = Optional.empty();
    try {
      return batch.join();
    } catch (CompletionException exception) {
      if (exception.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (exception.getCause() instanceof Error cause) {
        throw cause;
      }
      throw exception;
    }
  }

  /** Waits until no sample is being read; nobody asks for the batch that was begun. */
  void forget() {
    pending.ifPresent(ahead -> ahead.batch().handle((batch, failure) -> ahead).join());
    pending = Optional.empty();
  }

  /** Ends the thread when no sample is being read. */
  @Override
  public void close() {
    forget();
    thread.shutdown();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, NAME);
    thread.setDaemon(true);
    return thread;
  }
}
