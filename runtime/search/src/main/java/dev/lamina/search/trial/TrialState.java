package dev.lamina.search.trial;

/** How far a trial is. */
public enum TrialState {
  /** It was interrupted, and is to be done again. */
  WAITING,
  /** A worker is at it. */
  RUNNING,
  /** It has a value for each objective. */
  COMPLETE,
  /** It was ended early. */
  PRUNED,
  /** It gave no value. */
  FAILED;

  /** Whether nothing more will come of it. */
  public boolean isDone() {
    return this != WAITING && this != RUNNING;
  }
}
