package dev.lamina.training.data.file;

import dev.lamina.dsl.problem.Problem;
import java.util.stream.Collectors;

/** Thrown where a file of data cannot be read, or does not hold what it should. */
public final class DataFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DataFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Says the place, what was expected and what came, and what to do.
   *
   * @param where the place, as the start of a sentence, such as {@code Data file `train.csv`}
   * @param finding the rest of that sentence
   * @param fix what to do, as a sentence that starts in lower case
   */
  public static DataFileException of(String where, String finding, String fix) {
    return of(where, finding, fix, null);
  }

  /** The same because of something else. */
  public static DataFileException of(String where, String finding, String fix, Throwable cause) {
    return new DataFileException(indented(new Problem(where, finding, fix).toString()), cause);
  }

  private static String indented(String text) {
    return text.lines().collect(Collectors.joining(System.lineSeparator() + "  "));
  }
}
