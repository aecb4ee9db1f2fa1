package dev.lamina.search;

/** Why a search ended. */
public enum StopCause {
  /** There are as many trials as there may be. */
  TRIALS_DONE("All trials are done."),
  /** All trials together had as many epochs as they may. */
  EPOCHS_DONE("All epochs are used up."),
  /** The time was over. */
  TIME_UP("The time is over."),
  /**
   * Everything that may be tried was tried, as far as is known: of a space that is not gone through
   * whole, 200,000 draws at random, or 10,000 that constraints allow, found nothing new.
   */
  EXHAUSTED("Nothing else was found that may be tried."),
  /** Somebody cancelled it, or the process was told to end. */
  CANCELLED("It was cancelled.");

  private final String sentence;

  StopCause(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
