package dev.lamina.training;

import dev.lamina.dsl.problem.Problem;
import java.util.stream.Collectors;

/** Thrown by a training that a listener ended by throwing; the cause is what it threw. */
public final class TrainingListenerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private TrainingListenerException(String message, Exception cause) {
    super(message, cause);
  }

  /**
   * Names the listener, what it was told, and when.
   *
   * @param event the method of the listener
   * @param when how far training was, such as {@code epoch 3, batch 12}
   */
  static TrainingListenerException of(
      TrainingListener listener, String event, String when, Exception cause) {
    Problem problem =
        new Problem(
            "Listener `" + listener + "`",
            "must return from `%s` (%s) but threw %s".formatted(event, when, cause),
            "mend the cause and train again; what is no reason to stop must be caught in there.");
    return new TrainingListenerException(indented(problem.toString()), cause);
  }

  private static String indented(String text) {
    return text.lines().collect(Collectors.joining(System.lineSeparator() + "  "));
  }
}
