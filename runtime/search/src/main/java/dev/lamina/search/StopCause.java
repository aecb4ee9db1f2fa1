package dev.lamina.search;

/** Why a search ended. */
public enum StopCause {
  /** There are as many trials as there may be. */
  TRIALS_DONE,
  /** All trials together had as many epochs as they may. */
  EPOCHS_DONE,
  /** The time was over. */
  TIME_UP,
  /** Everything that may be tried was tried. */
  EXHAUSTED,
  /** Somebody cancelled it, or the process was told to end. */
  CANCELLED
}
