package dev.lamina.search.pruner;

/**
 * Says which trials are not worth going on with.
 *
 * <p>A pruner is a value, as a sampler is: the same progress gets the same answer. Its {@code
 * toString} is the code that builds it; one without is known by its class.
 */
public interface Pruner {

  /** Whether the trial should end now. */
  boolean prunes(Progress progress);

  /**
   * How many trials, from the first one, must be done before this one is chosen, so that it can be
   * compared with them.
   *
   * @param trial which trial is to be chosen, counted from 0
   * @param window how many trials may be running at once
   */
  default int visible(int trial, int window) {
    return Math.max(0, trial - window + 1);
  }
}
