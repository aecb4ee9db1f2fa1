package dev.lamina.training.model;

import dev.lamina.dsl.problem.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Thrown where a model file cannot be read or written. */
public final class ModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Names the file, what was expected and what came, and what to do. */
  public static ModelFileException of(Path file, String finding, String fix) {
    return of(file, finding, fix, null);
  }

  /** The same because of something else. */
  public static ModelFileException of(Path file, String finding, String fix, Throwable cause) {
    Problem problem = new Problem(place(file), finding, fix);
    return new ModelFileException(indented(problem.toString()), cause);
  }

  /** Says why this is not a file, complete and unchanged, that Lamina wrote. */
  public static ModelFileException unreadable(Path file, String came, Throwable cause) {
    return of(
        file,
        "cannot be read: " + came,
        "give a file that `Model.save` wrote, complete and unchanged.",
        cause);
  }

  /** Says what is wrong with the description in the file, and what to do. */
  static ModelFileException ofDescription(Path file, IllegalArgumentException cause) {
    String subject = place(file) + " cannot be read: its description is not valid.";
    return new ModelFileException(
        indented(subject + System.lineSeparator() + cause.getMessage()), cause);
  }

  private static String place(Path file) {
    return "Model file `" + file + "`";
  }

  private static String indented(String text) {
    return text.lines().collect(Collectors.joining(System.lineSeparator() + "  "));
  }
}
