package dev.lamina.search.storage;

import dev.lamina.dsl.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thrown where the place that studies are kept in cannot be read or written. */
public final class StorageException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  private StorageException(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Says the place, what was expected and what came, and what to do.
   *
   * @param where the place, as the start of a sentence, such as {@code Database `jdbc:sqlite:a.db`}
   * @param finding the rest of that sentence
   * @param fix what to do, as a sentence that starts in lower case
   */
  static StorageException of(String where, String finding, String fix, IOException cause) {
    String problem = new Problem(where, finding, fix).toString();
    return new StorageException(
        problem.lines().collect(Collectors.joining(System.lineSeparator() + "  ")), cause);
  }

  /**
   * Says what the file system says of a journal.
   *
   * @param what what cannot be done, such as {@code cannot be read}
   */
  static StorageException of(Path journal, String what, String fix, IOException cause) {
    boolean isClosed = cause instanceof ClosedChannelException;
    return of(
        "Journal `" + journal + "`",
        what + ": " + cause + ".",
        isClosed ? "use a study before it is closed." : fix,
        cause);
  }

  /** Says why there can be no journal. */
  static StorageException unopened(Path journal, IOException cause) {
    String where = "Journal `" + journal + "`";
    if (Files.isDirectory(journal)) {
      String fix = "give a file in it, such as `" + journal.resolve("study.log") + "`.";
      return of(where, "must be a file but is a folder.", fix, cause);
    }
    Optional<Path> file = fileAbove(journal);
    return file.isPresent()
        ? of(
            where,
            "must be in a folder but is in `" + file.get() + "`, which is a file.",
            "choose another folder, or move that file away.",
            cause)
        : of(
            journal,
            "cannot be opened",
            "choose a file, in a folder that this user may write to, with room left.",
            cause);
  }

  private static Optional<Path> fileAbove(Path journal) {
    return Stream.iterate(journal.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
