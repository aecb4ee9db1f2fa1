package dev.lamina.training.model;

import dev.lamina.dsl.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Gathers rows that threads ask for one by one, and computes them together.
 *
 * <p>There is no thread for it: who brings the first row of a batch waits for others, computes the
 * batch and wakes them. Batches are computed in the order in which they began, as many side by side
 * as there are processors; while those are busy, the last batch goes on growing.
 */
final class MicroBatches {

  private final int maxRows;
  private final long maxWait;
  private final UnaryOperator<double[][]> pass;
  private final int passes = Runtime.getRuntime().availableProcessors();
  private final ReentrantLock lock = new ReentrantLock();

  /** Told when a batch that waits may begin. */
  private final Condition turn = lock.newCondition();

  /** Those that have not begun; the last one takes rows until it is full. */
  private final Deque<MicroBatch> waiting = new ArrayDeque<>();

  private int running;
  private boolean closed;

  /**
   * Starts with nothing to do.
   *
   * @param maxRows how many rows a batch has at most
   * @param maxWait how long its first row waits for others at most
   * @param pass turns rows into outputs
   */
  MicroBatches(int maxRows, Duration maxWait, UnaryOperator<double[][]> pass) {
    this.maxRows = maxRows;
    this.maxWait = maxWait.toNanos();
    this.pass = pass;
  }

  /** Rows that are computed together. */
  private static final class MicroBatch {
    private final Condition ended;
    private final long since = System.nanoTime();
    private final List<double[]> rows = new ArrayList<>();
    private Optional<double[][]> outputs = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private boolean hurries;

    MicroBatch(Condition ended) {
      this.ended = ended;
    }
  }

  /** The outputs of a row, once the batch that it gets into is computed. */
  double[] outputs(double[] row) {
    MicroBatch batch;
    int place;
    lock.lock();
    try {
      batch = growing();
      place = batch.rows.size();
      batch.rows.add(row);
      if (place == 0) {
        awaitTurn(batch);
      } else {
        awaitEnd(batch);
      }
    } finally {
      lock.unlock();
    }
    if (place == 0) {
      compute(batch);
    }
    return batch.outputs.orElseThrow(() -> failed(batch))[place];
  }

  private MicroBatch growing() {
    MicroBatch last = waiting.peekLast();
    if (last == null || last.rows.size() == maxRows) {
      last = new MicroBatch(lock.newCondition());
      waiting.addLast(last);
    }
    return last;
  }

  private void awaitTurn(MicroBatch batch) {
    boolean interrupted = false;
    while (!isDue(batch) || !mayBegin(batch)) {
      try {
        if (mayBegin(batch)) {
          turn.awaitNanos(maxWait - (System.nanoTime() - batch.since));
        } else {
          turn.await();
        }
      } catch (InterruptedException exception) { // it is answered, only sooner
        interrupted = true;
        batch.hurries = true;
      }
    }
    waiting.removeFirst();
    running++;
    turn.signalAll();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mayBegin(MicroBatch batch) {
    return waiting.getFirst() == batch && running < passes;
  }

  /** Whether it waits for no more rows. */
  private boolean isDue(MicroBatch batch) {
    return closed
        || batch.hurries
        || batch.rows.size() == maxRows
        || System.nanoTime() - batch.since >= maxWait;
  }

  private void awaitEnd(MicroBatch batch) {
    if (batch.rows.size() == maxRows) {
      turn.signalAll();
    }
    boolean interrupted = false;
    while (batch.outputs.isEmpty() && batch.failure.isEmpty()) {
      try {
        batch.ended.await();
      } catch (InterruptedException exception) { // it is answered, only sooner
        interrupted = true;
        batch.hurries = true;
        turn.signalAll();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void compute(MicroBatch batch) {
    Optional<double[][]> outputs = Optional.empty();
    Optional<Throwable> failure = Optional.empty();
    try {
      outputs = Optional.of(pass.apply(batch.rows.toArray(double[][]::new)));
    } catch (RuntimeException | Error thrown) {
      failure = Optional.of(thrown);
    }
    lock.lock();
    try {
      running--;
      batch.outputs = outputs;
      batch.failure = failure;
      batch.ended.signalAll();
      turn.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static IllegalStateException failed(MicroBatch batch) {
    Throwable cause = batch.failure.orElseThrow();
    Problem problem =
        new Problem(
            "A pass of " + batch.rows.size() + " rows",
            "that were asked for one by one should give outputs, but failed: " + cause + ".",
            "see the cause; `microBatching` with fewer rows needs less memory.");
    return new IllegalStateException(problem.toString(), cause);
  }

  /** How many rows are in batches that have not begun. */
  int waiting() {
    lock.lock();
    try {
      return waiting.stream().mapToInt(batch -> batch.rows.size()).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for other rows from now on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      turn.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
