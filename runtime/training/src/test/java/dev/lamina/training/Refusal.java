package dev.lamina.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The way in which something is refused, for tests that compare whole messages. */
public final class Refusal {

  private Refusal() {}

  /** The message with which this is refused as invalid, its lines ended as in text blocks. */
  public static String messageOf(ThrowingCallable call) {
    return messageOf(InvalidDescriptionException.class, call);
  }

  /** The message of what this throws, its lines ended as in text blocks. */
  public static String messageOf(Class<? extends Throwable> type, ThrowingCallable call) {
    Throwable refusal = catchThrowableOfType(type, call);

    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.getMessage().replace(System.lineSeparator(), "\n");
  }
}
