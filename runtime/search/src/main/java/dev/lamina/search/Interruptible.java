package dev.lamina.search;

import dev.lamina.training.Cancellation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call that is told to end, and interrupted, except while it keeps what it found: an interrupted
 * thread can lock no file, and closes the connections that it uses.
 */
final class Interruptible {

  private Optional<Thread> caller = Optional.empty();
  private int keeping;
  private Optional<Cancellation> cancellation = Optional.empty();
  private boolean wasTold;
  private boolean wasInterrupted;
  private boolean isDue;

  /**
   * Calls this on the current thread, which is not interrupted any more afterwards.
   *
   * @param end what ends the call
   */
  <T> T call(Supplier<T> action, Cancellation end) {
    enter(end);
    try {
      return action.get();
    } finally {
      leave();
    }
  }

  /** Does this undisturbed: who was interrupted before is so again afterwards. */
  <T> T keep(Supplier<T> action) {
    boolean isInterrupted = pause();
    try {
      return action.get();
    } finally {
      resume(isInterrupted);
    }
  }

  /** Whether what ends the call was cancelled. */
  synchronized boolean isCancelled() {
    return cancellation.filter(Cancellation::isCancelled).isPresent();
  }

  /** Tells it to end, or not; whether it was told so, now or before. */
  synchronized boolean tell(boolean end) {
    wasTold = wasTold || end;
    return wasTold;
  }

  /** Whether it was told to end, or interrupted. */
  synchronized boolean wasTold() {
    return wasTold;
  }

  /** Interrupts the call, if there is one: once, even if it goes on. */
  synchronized void interrupt() {
    if (caller.isPresent() && !wasInterrupted) {
      wasInterrupted = true;
      wasTold = true;
      isDue = true;
      interruptIfDue();
    }
  }

  private synchronized void enter(Cancellation end) {
    caller = Optional.of(Thread.currentThread());
    cancellation = Optional.of(end);
    wasTold = false;
  }

  private synchronized void leave() {
    caller = Optional.empty();
    Thread.interrupted();
  }

  private synchronized boolean pause() {
    keeping++;
    return Thread.interrupted();
  }

  private synchronized void resume(boolean isInterrupted) {
    keeping--;
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    interruptIfDue();
  }

  private void interruptIfDue() {
    if (isDue && keeping == 0) {
      isDue = false;
      caller.ifPresent(Thread::interrupt);
    }
  }
}
