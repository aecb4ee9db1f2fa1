package dev.lamina.search.trial;

import dev.lamina.dsl.problem.Requirement;

/**
 * How a trial ended.
 *
 * @param kind in which way
 * @param detail what happened, such as where numbers were no longer finite; empty if all is well
 */
public record Outcome(Kind kind, String detail) {

  /** The ways. */
  public enum Kind {
    /** It has a value for each objective. */
    COMPLETE(TrialState.COMPLETE),
    /** It was doing worse than others. */
    PRUNED(TrialState.PRUNED),
    /** Its numbers were no longer finite. */
    DIVERGED(TrialState.FAILED),
    /** It threw an exception. */
    FAILED(TrialState.FAILED),
    /** It needed more memory than there is. */
    OUT_OF_MEMORY(TrialState.FAILED),
    /** It took longer than a trial may. */
    TIMED_OUT(TrialState.FAILED);

    private final TrialState state;

    Kind(TrialState state) {
      this.state = state;
    }

    /** The state of a trial that ended so. */
    public TrialState state() {
      return state;
    }
  }

  /** Not every storage keeps the character that ends texts in C. */
  private static final char END = '\0';

  private static final char REPLACED = '\ufffd';

  /** Checks that both are there. */
  public Outcome {
    Requirement.of("outcome", kind, detail).present("kind", kind).present("detail", detail);
    detail = detail.replace(END, REPLACED);
  }

  /** It has all of its values. */
  public static Outcome complete() {
    return new Outcome(Kind.COMPLETE, "");
  }

  @Override
  public String toString() {
    return detail.isEmpty() ? kind.name() : kind + " (" + detail + ")";
  }
}
