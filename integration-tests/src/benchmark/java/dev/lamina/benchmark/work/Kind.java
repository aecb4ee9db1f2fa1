package dev.lamina.benchmark.work;

/** How a work is measured. */
public enum Kind {
  /** The mean time of a training step over whole passes, by a process that stays. */
  STEP(Unit.MILLISECONDS),
  /** The mean time of a prediction for one row, by a process that stays. */
  ROW(Unit.MICROSECONDS),
  /** The mean time of a prediction for {@link #ROWS_AT_ONCE} rows, by a process that stays. */
  ROWS(Unit.MILLISECONDS),
  /**
   * A whole training, from the description to the accuracy on test data, in a process that stays.
   */
  FIT(Unit.SECONDS),
  /** From the description to what can be trained, which only Lamina has; by JMH. */
  COMPILE(Unit.MILLISECONDS),
  /** The trials of a search for hyperparameters, which only Lamina has, by a process that stays. */
  SEARCH(Unit.TRIALS_PER_MINUTE),
  /** From the start of a process to the end of its first training step. */
  STARTUP(Unit.SECONDS),
  /** The most memory that such a process had after {@link #STEPS_FOR_MEMORY} steps. */
  MEMORY(Unit.MEBIBYTES);

  /** How many rows are predicted in one call. */
  public static final int ROWS_AT_ONCE = 1024;

  /** After how many training steps memory is read. */
  public static final int STEPS_FOR_MEMORY = 50;

  private final Unit unit;

  Kind(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }
}
