package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The beginning of a file that is given as a journal. */
final class JournalHead {

  private static final int READ = 1 << 16;

  /** Of each entry, by us as by Optuna. */
  private static final String BEGINNING = "{\"op_code\"";

  private JournalHead() {}

  /**
   * Refuses a file of something else before anything is put beside it, or cut off. Where only one
   * line is there, somebody may not have finished it: it needs to begin as an entry does.
   *
   * @throws InvalidDescriptionException if the first line is no entry of a journal
   */
  static void requireJournal(Path path, JsonMapper mapper) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    byte[] head = head(path);
    int end = JournalFile.newline(head, 0);
    boolean isFollowed = JournalFile.newline(head, end + 1) < head.length;
    String line = JournalFile.text(head, 0, end);
    if (!isEntry(head, end, mapper) && (isFollowed || !isBegun(line))) {
      throw noEntry(path, 1, line);
    }
  }

  /** Says that a line, counted from 1, is something else. */
  static InvalidDescriptionException noEntry(Path path, int number, String line) {
    return new InvalidDescriptionException(
        "Journal `" + path + "`",
        List.of(
            new Problem(
                "Line " + number,
                "must be an entry of an Optuna journal but is `" + line + "`.",
                "take a copy of the file from before it was damaged, or begin a new file.")));
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(READ);
    }
  }

  private static boolean isBegun(String line) {
    return line.startsWith(BEGINNING) || BEGINNING.startsWith(line);
  }

  private static boolean isEntry(byte[] head, int end, JsonMapper mapper) {
    try {
      int code = mapper.readTree(head, 0, end).required("op_code").intValue();
      return JournalOperation.of(code).code() == code;
    } catch (JacksonException | IllegalArgumentException something) {
      return false;
    }
  }
}
