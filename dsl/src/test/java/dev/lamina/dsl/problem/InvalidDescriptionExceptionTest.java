package dev.lamina.dsl.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidDescriptionExceptionTest {

  private static final Problem WIDTH =
      new Problem("Layer 1 `dense(2)`", "expects 3 inputs but receives 4.", "change the input.");
  private static final Problem NAME =
      new Problem("Layer 2 `relu()`", "needs another name.", "choose one.");

  @Test
  void oneProblemIsCountedInTheSingular() {
    List<Problem> problems = List.of(WIDTH);

    InvalidDescriptionException refusal =
        new InvalidDescriptionException("Network `churn`", problems);

    assertThat(refusal.getMessage())
        .isEqualToNormalizingNewlines(
            """
            Network `churn` is not valid: 1 problem.
              1. Layer 1 `dense(2)` expects 3 inputs but receives 4.
                 Fix: change the input.""");
  }

  @Test
  void severalProblemsAreNumberedInTheirOrder() {
    List<Problem> problems = List.of(WIDTH, NAME);

    InvalidDescriptionException refusal =
        new InvalidDescriptionException("Network `churn`", problems);

    assertThat(refusal.getMessage())
        .isEqualToNormalizingNewlines(
            """
            Network `churn` is not valid: 2 problems.
              1. Layer 1 `dense(2)` expects 3 inputs but receives 4.
                 Fix: change the input.
              2. Layer 2 `relu()` needs another name.
                 Fix: choose one.""");
  }

  @Test
  void remediesStayBelowTheirProblemsAfterTheTenthNumber() {
    List<Problem> problems = Collections.nCopies(10, NAME);

    InvalidDescriptionException refusal = new InvalidDescriptionException("The plan", problems);

    assertThat(refusal.getMessage())
        .startsWith("The plan is not valid: 10 problems.")
        .endsWith(
            String.join(
                System.lineSeparator(),
                "",
                "  10. Layer 2 `relu()` needs another name.",
                "      Fix: choose one."));
  }

  @Test
  void problemsCanBeReadButNotChanged() {
    List<Problem> given = new ArrayList<>(List.of(WIDTH));
    InvalidDescriptionException refusal = new InvalidDescriptionException("The plan", given);

    given.add(NAME);

    assertThat(refusal.problems()).containsExactly(WIDTH);
    assertThatThrownBy(() -> refusal.problems().add(NAME))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void itSurvivesSerialization() throws IOException, ClassNotFoundException {
    InvalidDescriptionException refusal =
        new InvalidDescriptionException("The plan", List.of(WIDTH, NAME));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(refusal);
    }
    Object read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = in.readObject();
    }

    assertThat(read)
        .isInstanceOfSatisfying(
            InvalidDescriptionException.class,
            copy -> {
              assertThat(copy).hasMessage(refusal.getMessage());
              assertThat(copy.problems()).containsExactly(WIDTH, NAME);
            });
  }
}
