package dev.lamina.search;

import dev.lamina.training.Cancellation;

/** What a trial does. */
interface Objective {

  /**
   * Does it, and ends the trial; what is thrown is how it failed, unless it was told to end.
   *
   * @param stop what ends the search, and this trial with it
   */
  void run(ActiveTrial trial, SearchListener listener, Cancellation stop);
}
