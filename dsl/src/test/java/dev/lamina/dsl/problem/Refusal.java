package dev.lamina.dsl.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Supplier;

/** The way in which a description is refused, for tests that compare whole messages. */
public final class Refusal {

  private Refusal() {}

  /** The message with which this description is refused, its lines ended as in text blocks. */
  public static String messageOf(Supplier<?> description) {
    InvalidDescriptionException refusal =
        catchThrowableOfType(InvalidDescriptionException.class, description::get);

    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.getMessage().replace(System.lineSeparator(), "\n");
  }
}
