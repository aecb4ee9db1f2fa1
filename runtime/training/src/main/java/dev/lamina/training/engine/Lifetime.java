package dev.lamina.training.engine;

import dev.lamina.dsl.problem.Requirement;

/** From when a network is made to when its native memory is given back: all of its work. */
final class Lifetime {

  private static final String FIX =
      "close it when nothing else is asked of it, or copy what it learned by `plain()` before";

  private boolean ended;

  /** Runs work whose random numbers are not used. */
  <T, E extends Exception> T run(EngineScope.Work<T, E> work) throws E {
    requireOpen();
    return EngineScope.run(work);
  }

  /** Runs work whose random numbers come from this seed alone. */
  <T, E extends Exception> T seeded(long seed, EngineScope.Work<T, E> work) throws E {
    requireOpen();
    return EngineScope.seeded(seed, work);
  }

  /** Ends it; whether it was not over already. */
  boolean end() {
    boolean ends = !ended;
    ended = true;
    return ends;
  }

  /** Native code would crash on memory that is no longer there. */
  private void requireOpen() {
    if (ended) { // or each step would lay out a message
      Requirement.of("close").that(false, "model", "open", "closed", FIX);
    }
  }
}
