package dev.lamina.training.model;

import java.nio.file.Path;

/** Thrown where a model file cannot be read or written. */
public final class ModelFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the file, what was expected and what came, and what to do. */
  ModelFileException(Path file, String finding, String fix, Throwable cause) {
    super(
        "Model file `%s` %s%n  Fix: %s".formatted(file, finding, fix), cause);
  }
}
