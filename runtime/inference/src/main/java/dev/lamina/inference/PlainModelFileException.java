package dev.lamina.inference;

import dev.lamina.dsl.problem.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Thrown where the file of a plain model cannot be read or written. */
public final class PlainModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private PlainModelFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Names the file, what was expected and what came, and what to do. */
  static PlainModelFileException of(Path file, String finding, String fix) {
    return of(file, finding, fix, null);
  }

  /** The same because of something else. */
  static PlainModelFileException of(Path file, String finding, String fix, Throwable cause) {
    Problem problem = new Problem("Plain model file `" + file + "`", finding, fix);
    String message =
        problem.toString().lines().collect(Collectors.joining(System.lineSeparator() + "  "));
    return new PlainModelFileException(message, cause);
  }
}
