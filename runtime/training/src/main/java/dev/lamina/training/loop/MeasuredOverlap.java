package dev.lamina.training.loop;

/**
 * Judges from how long the last batches took whether it pays to gather ahead.
 *
 * <p>Handing a batch over costs some 20 microseconds, and as much of the second core as gathering
 * does. So it must take {@value #WORTH_WHILE} nanoseconds, and more than one part in {@value
 * #PARTS} of the step: rows in memory seldom do, files and computed features do. A few batches in a
 * row decide, as the first ones run code that is not compiled yet.
 */
final class MeasuredOverlap implements Overlap {

  private static final long WORTH_WHILE = 200_000;
  private static final int PARTS = 20;
  private static final int IN_A_ROW = 3;

  private final boolean possible;
  private boolean pays;
  private int against;

  MeasuredOverlap(int cores) {
    this.possible = cores > 1;
  }

  /** At the start of training on this machine. */
  static MeasuredOverlap onThisMachine() {
    return new MeasuredOverlap(Runtime.getRuntime().availableProcessors());
  }

  @Override
  public boolean pays() {
    return pays;
  }

  @Override
  public void after(long gathering, long computing) {
    boolean slow = possible && gathering >= WORTH_WHILE && gathering > computing / PARTS;
    against = slow == pays ? 0 : against + 1;
    if (against == IN_A_ROW) {
      pays = slow;
      against = 0;
    }
  }
}
