package dev.lamina.search.sampler;

import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses what a search tries next, from what was tried before.
 *
 * <p>A sampler is a value: all that it knows is in the question, and the same question gets the
 * same answer. So a study that was interrupted goes on as it would have, and any number of workers
 * try the same points. What it chooses is from 0 to 1 in each dimension; scales and steps are none
 * of its business. Its {@code toString} is the code that builds it, by which a study knows it
 * again; one without is known by its class.
 */
public interface Sampler {

  /**
   * The point to try, or none if there is nothing left to try.
   *
   * <p>Where the point is not admitted, the question is put again, with {@code random} gone on.
   */
  Optional<double[]> propose(Ask ask);

  /**
   * Answers the questions of one study, one after the other, as {@link #propose} does. It may
   * remember what it worked out for those before, which changes nothing but the time it takes.
   */
  default Function<Ask, Optional<double[]>> session() {
    return this::propose;
  }

  /** How many objectives it can choose for, at the most; any number by default. */
  default int mostObjectives() {
    return Integer.MAX_VALUE;
  }

  /**
   * How many trials, from the first one, must be done before this one is chosen: at most {@code
   * trial}, and never fewer for a later trial.
   *
   * @param trial which trial is to be chosen, counted from 0
   * @param window how many trials may be running at once
   */
  default int visible(int trial, int window) {
    return Math.max(0, trial - window + 1);
  }
}
