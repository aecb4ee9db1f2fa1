package dev.lamina.dsl.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Thrown where a description, a plan or data cannot be used, with everything that is wrong at once.
 *
 * <pre>{@code
 * Network `churn` is not valid: 1 problem.
 *   1. Layer 2 `dropout(0.5)` drops outputs, but dropout is for input and hidden neurons, never for outputs.
 *      Fix: remove it, or put it before the last layer that has weights.
 * }</pre>
 */
public final class InvalidDescriptionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Problem> problems;

  /**
   * Says that {@code subject} is not valid.
   *
   * @param subject what is wrong, as the start of a sentence, such as {@code Network `churn`}
   * @param problems everything that is wrong with it, at least one
   */
  public InvalidDescriptionException(String subject, List<Problem> problems) {
    super(message(subject, problems));
    this.problems = new ArrayList<>(problems);
  }

  /** Everything that is wrong, in the order of the description. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private static String message(String subject, List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return IntStream.range(0, problems.size())
        .mapToObj(index -> item(index + 1, problems.get(index)))
        .collect(Collectors.joining("", subject + " is not valid: " + count + ".", ""));
  }

  private static String item(int number, Problem problem) {
    String bullet = "  " + number + ". ";
    String margin = System.lineSeparator() + " ".repeat(bullet.length());
    return System.lineSeparator()
        + bullet
        + problem.toString().lines().collect(Collectors.joining(margin));
  }
}
