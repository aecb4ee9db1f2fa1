package dev.lamina.dsl.problem;

import java.io.Serializable;

/**
 * One thing that is wrong with a description, a plan or data, in the three parts that help to mend
 * it.
 *
 * @param where the place, as the start of a sentence, such as {@code Layer 2 `dense(64)`}
 * @param finding what was expected and what came: the rest of that sentence
 * @param fix what to do, as a sentence that starts in lower case
 */
public record Problem(String where, String finding, String fix) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The problem on two lines, the second starting with {@code Fix:}. */
  @Override
  public String toString() {
    return where + " " + finding + System.lineSeparator() + "Fix: " + fix;
  }
}
