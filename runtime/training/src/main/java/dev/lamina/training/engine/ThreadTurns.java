package dev.lamina.training.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets stretches of work into native code, each with its share of threads.
 *
 * <p>Those that want the same number of threads for products run side by side; those that want
 * another wait until all are out. As changing that number takes long, whoever runs keeps running
 * for one turn while others wait, and then lets the first of them in, so that nobody waits forever.
 *
 * <p>Who waits may hold locks, so that nobody inside may wait for a lock that such a one holds.
 *
 * <p>Work inside of other work on the same thread runs with the outer one's share. Outside, the
 * calling thread's settings are as it left them; the number for products is the process's own again
 * when no training is left, and none is to come in a series.
 */
final class ThreadTurns {

  /** A turn beside which the change of numbers, some 0.2 ms, does not count. */
  static final Duration LONG = Duration.ofMillis(20);

  private final ThreadSettings settings;
  private final long turn;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final ThreadLocal<Visit> visits = ThreadLocal.withInitial(Visit::new);
  private long tickets;
  private int trainings;
  private int series;
  private int inside;
  private int partsOutside;
  private int productsOutside;
  private boolean switched;

  ThreadTurns(ThreadSettings settings, Duration turn) {
    this.settings = settings;
    this.turn = turn.toNanos();
  }

  /** Work that waits. */
  private record Waiting(long ticket, ThreadShare share, long since) {}

  /** What a thread has to put back when it leaves. */
  private static final class Visit {
    private int depth;
    private int elementwise;
  }

  /** How many threads share products where nobody asks for another number. */
  int products() {
    lock.lock();
    try {
      return switched ? productsOutside : settings.products();
    } finally {
      lock.unlock();
    }
  }

  /** A training begins. */
  void register() {
    lock.lock();
    try {
      trainings++;
    } finally {
      lock.unlock();
    }
  }

  /** A training is over. */
  void unregister() {
    lock.lock();
    try {
      trainings--;
      restoreProducts();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Trainings follow each other: between them the number for products stays. */
  void beginSeries() {
    lock.lock();
    try {
      series++;
    } finally {
      lock.unlock();
    }
  }

  /** A series of trainings is over. */
  void endSeries() {
    lock.lock();
    try {
      series--;
      restoreProducts();
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait for their turn. */
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until work with this share may run on the calling thread. */
  void enter(ThreadShare share) {
    Visit visit = visits.get();
    if (visit.depth++ > 0) {
      return;
    }
    lock.lock();
    try {
      if (!mayPass(share)) {
        await(new Waiting(tickets++, share, System.nanoTime()));
      }
      admit(share);
    } finally {
      lock.unlock();
    }
    visit.elementwise = settings.elementwise();
    settings.elementwise(1);
  }

  /** Ends what the last {@link #enter} on the calling thread began. */
  void leave() {
    Visit visit = visits.get();
    if (--visit.depth > 0) {
      return;
    }
    settings.elementwise(visit.elementwise);
    lock.lock();
    try {
      inside--;
      if (inside == 0) {
        settings.parts(partsOutside);
      }
      restoreProducts();
      if (!queue.isEmpty() && isReady(queue.getFirst())) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether work goes ahead of all that waits, which it may while their turn has not come. */
  private boolean mayPass(ThreadShare share) {
    if (!fits(share)) {
      return false;
    }
    return switches(share)
        ? trainings <= 1 && queue.isEmpty()
        : queue.isEmpty() || !isDue(queue.getFirst());
  }

  private void await(Waiting self) {
    queue.addLast(self);
    boolean interrupted = false;
    while (!isFirst(self) || !isReady(self)) {
      try {
        if (isFirst(self) && !isDue(self)) {
          changed.awaitNanos(turn - (System.nanoTime() - self.since()));
        } else {
          changed.await();
        }
      } catch (InterruptedException exception) {
        interrupted = true; // training goes on, as it does without waiting
      }
    }
    queue.removeFirst();
    changed.signalAll();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(ThreadShare share) {
    if (switches(share)) {
      productsOutside = switched ? productsOutside : settings.products();
      switched = true;
      settings.products(share.products().getAsInt());
    }
    if (inside == 0) {
      partsOutside = settings.parts();
      settings.parts(1);
    }
    inside++;
  }

  private void restoreProducts() {
    if (switched && trainings == 0 && series == 0 && inside == 0) {
      settings.products(productsOutside);
      switched = false;
    }
  }

  private boolean isReady(Waiting waiting) {
    return fits(waiting.share())
        && (!switches(waiting.share()) || trainings <= 1 || isDue(waiting));
  }

  private boolean isFirst(Waiting waiting) {
    return queue.getFirst().equals(waiting);
  }

  private boolean isDue(Waiting waiting) {
    return System.nanoTime() - waiting.since() >= turn;
  }

  private boolean fits(ThreadShare share) {
    return inside == 0 || !switches(share);
  }

  private boolean switches(ThreadShare share) {
    return share.products().isPresent() && share.products().getAsInt() != settings.products();
  }
}
