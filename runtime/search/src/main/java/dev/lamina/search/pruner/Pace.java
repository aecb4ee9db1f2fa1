package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * After which steps a pruner looks at a trial.
 *
 * <p>Steps count from 1, as epochs do. It looks at the first report of each interval after the
 * warm-up.
 *
 * @param warmUp how many steps there are before the first look, at least 0; none by default
 * @param interval how many steps there are from one look to the next, at least 1; 1 by default
 */
record Pace(int warmUp, int interval) {

  private static final int DEFAULT_WARM_UP = 0;
  private static final int DEFAULT_INTERVAL = 1;

  /** After each step. */
  Pace() {
    this(DEFAULT_WARM_UP, DEFAULT_INTERVAL);
  }

  /** Checks the numbers. */
  Pace {
    check(warmUp, interval);
  }

  /** Checks the numbers of a pace, for pruners that have them as their own. */
  static void check(int warmUp, int interval) {
    Requirement.of("warmUpSteps", warmUp)
        .atLeast(0, "steps", warmUp, "give how many steps no trial is ended in, such as 5");
    Requirement.of("interval", interval)
        .atLeast(1, "steps", interval, "give how many steps there are between two looks");
  }

  /** Whether the last report is the first one of its interval, and not of the warm-up. */
  boolean isDue(Progress progress) {
    int after = progress.step() - warmUp - 1;
    if (after < 0) {
      return false;
    }
    int first = after / interval * interval + warmUp + 1;
    return progress.reports().tailMap(first).firstKey() == progress.step();
  }

  /** The options, those at their defaults left out. */
  Code appendTo(Code code) {
    return code.thenIf(warmUp != DEFAULT_WARM_UP, "warmUpSteps", warmUp)
        .thenIf(interval != DEFAULT_INTERVAL, "interval", interval);
  }
}
