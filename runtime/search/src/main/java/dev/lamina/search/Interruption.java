package dev.lamina.search;

import dev.lamina.training.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a search while it runs: since a worker failed, its caller was interrupted, or the process
 * ends.
 *
 * <p>Trials that run then are given back undone.
 */
final class Interruption implements AutoCloseable {

  /**
   * A mini-batch is over by then; a function that neither looks nor can be interrupted never is.
   */
  private static final Duration LAST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

  private final Study study;
  private final Cancellation stop = Cancellation.create();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::processEnds, "lamina-search-end");

  Interruption(Study study) {
    this.study = study;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      now(StopCause.CANCELLED); // The process ends already.
    }
  }

  /** What trials stop on. */
  Cancellation cancellation() {
    return stop;
  }

  /** Ends the search. */
  void now(StopCause cause) {
    study.stop(cause);
    stop.cancel();
  }

  /** The search has ended. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process ends, which is why the search did.
    }
  }

  /** The process waits until what is done is kept. */
  private void processEnds() {
    now(StopCause.CANCELLED);
    try {
      if (!done.await(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Some trials are not over; they are done again when the study is resumed");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
