package dev.lamina.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something every so often, on a thread of its own, until it is closed. */
final class Clock implements AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private Clock(String name, Duration distance, Runnable action) {
    this.thread = new Thread(() -> run(distance, action), name);
    this.thread.setDaemon(true);
  }

  /** Starts one, which does it for the first time after this distance. */
  static Clock every(Duration distance, String name, Runnable action) {
    Clock clock = new Clock(name, distance, action);
    clock.thread.start();
    return clock;
  }

  /** Waits until what it is doing is done. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Duration distance, Runnable action) {
    long pause = Math.max(1, TimeUnit.MILLISECONDS.convert(distance));
    try {
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        action.run();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
