package dev.lamina.search.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The file that a path led to when it was opened. Who has it open may go on writing in it when it
 * was deleted, or another one was put in its place: nobody would ever read that.
 */
final class OpenedFile {

  private final Path path;
  private final Optional<Object> key;

  private OpenedFile(Path path, Optional<Object> key) {
    this.path = path;
    this.key = key;
  }

  /** The file that is there now. */
  static OpenedFile at(Path path) throws IOException {
    return new OpenedFile(path, key(path));
  }

  /** Whether the path leads to it still. */
  boolean isThere() throws IOException {
    try {
      return key(path).equals(key);
    } catch (NoSuchFileException deleted) {
      return false;
    }
  }

  /** Windows has no keys, and lets nobody delete a file that is open. */
  private static Optional<Object> key(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }
}
