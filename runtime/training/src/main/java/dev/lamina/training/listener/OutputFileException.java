package dev.lamina.training.listener;

import dev.lamina.dsl.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;

/** Thrown where a file about a training cannot be written. */
public final class OutputFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private OutputFileException(Path file, String finding, String fix, Throwable cause) {
    super(new Problem("File `" + file + "`", finding, fix).toString(), cause);
  }

  /** Names the file, what was expected and what came, and what to do. */
  static OutputFileException of(Path file, String finding, String fix) {
    return new OutputFileException(file, finding, fix, null);
  }

  /** The same because of what the file system says. */
  static OutputFileException of(Path file, IOException cause) {
    return new OutputFileException(
        file,
        "cannot be written: " + cause + ".",
        "choose a folder that this user may write to, with room left.",
        cause);
  }

  /** Names the file, what was expected and what came, and what to do, because of something else. */
  static OutputFileException of(Path file, String finding, String fix, Exception cause) {
    return new OutputFileException(file, finding, fix, cause);
  }
}
