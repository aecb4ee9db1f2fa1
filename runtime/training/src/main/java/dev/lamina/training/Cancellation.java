package dev.lamina.training;

/**
 * Ends trainings from outside, such as from the button of a window or as a server shuts down.
 *
 * <pre>{@code
 * Cancellation cancellation = Cancellation.create();
 * Trainer trainer = Trainer.create().stopOn(cancellation);
 * cancellation.cancel();
 * }</pre>
 *
 * <p>For use by several threads: one trains, and any other cancels. All trainings that stop on it
 * end, also those that start later.
 */
public final class Cancellation {

  private volatile boolean cancelled;

  private Cancellation() {}

  /** One that is not cancelled. */
  public static Cancellation create() {
    return new Cancellation();
  }

  /**
   * Ends each training that stops on this after the mini-batch that it is at; it may still run when
   * this returns. The second call does nothing.
   */
  public void cancel() {
    cancelled = true;
  }

  /** Whether it was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }
}
