package dev.lamina.search.storage;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of JSON lines that several processes append to, holding its {@link JournalLock}.
 *
 * <p>Streams are used instead of channels, which an interrupted thread would close for all others.
 */
final class JournalFile implements AutoCloseable {

  private static final int SHOWN = 60;

  private static final String LOCKABLE =
      "keep it where files can be locked, which some network file systems do not support.";
  private static final String ROOM =
      "make room where it is, or let this user write there, and search again: what is done is"
          + " kept.";
  private static final String UNTOUCHED =
      "see to it that the file is there and nothing else changes it, and search again.";

  private final Path path;
  private final JsonMapper mapper;
  private final RandomAccessFile reader;
  private final FileOutputStream appender;
  private final OpenedFile opened;
  private final JournalLock lock;
  private long position;
  private int lines;

  private JournalFile(Path path, JsonMapper mapper) throws IOException {
    this.path = path;
    this.mapper = mapper;
    this.appender = new FileOutputStream(path.toFile(), true);
    this.reader = new RandomAccessFile(path.toFile(), "rw");
    this.opened = OpenedFile.at(path);
    this.lock = JournalLock.of(path);
  }

  /** The file, which is made if there is none. */
  static JournalFile open(Path path, JsonMapper mapper) {
    try {
      Path whole = path.toAbsolutePath();
      if (Files.isDirectory(whole)) {
        throw new FileAlreadyExistsException(whole.toString());
      }
      Files.createDirectories(whole.getParent());
      JournalHead.requireJournal(whole, mapper);
      return new JournalFile(whole, mapper);
    } catch (IOException failed) {
      throw StorageException.unopened(path, failed);
    }
  }

  /** Does this while no other store, of this process or another, does anything exclusively. */
  <T> T exclusively(Supplier<T> work) {
    try (FileLock held = lock.acquire()) {
      assert held.isValid() : "a lock is held until it is closed";
      return work.get();
    } catch (IOException failed) {
      throw StorageException.of(path, "cannot be locked", LOCKABLE, failed);
    }
  }

  /**
   * Passes on the lines that were not read before.
   *
   * <p>A last line that is not whole, or no JSON, is left: somebody may be writing it, or had no
   * time to finish.
   *
   * @throws InvalidDescriptionException if another line is no entry of a journal
   */
  void read(Consumer<JsonNode> entries) {
    byte[] bytes = unread();
    int start = 0;
    for (int end = newline(bytes, 0); end < bytes.length; end = newline(bytes, start)) {
      Optional<JsonNode> entry = parsed(bytes, start, end);
      boolean isLast = newline(bytes, end + 1) == bytes.length;
      if (entry.isEmpty() && isLast) {
        return;
      }
      accept(entry, entries, text(bytes, start, end));
      position += end + 1 - start;
      lines++;
      start = end + 1;
    }
  }

  /** Cuts off a last line that is not whole, and then adds these. Only to be called exclusively. */
  void append(List<? extends JsonNode> entries, boolean synced) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(mapper.writeValueAsString(entry)).append('\n'));
    try {
      if (reader.length() > position) {
        reader.setLength(position);
      }
      appender.write(text.toString().getBytes(StandardCharsets.UTF_8));
      if (synced) {
        appender.getFD().sync();
      }
    } catch (IOException failed) {
      throw StorageException.of(path, "cannot be written", ROOM, failed);
    }
  }

  /** Names are on the disk when their folder is; only POSIX lets folders be opened. */
  void syncName() {
    Path folder = path.getParent();
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException failed) {
        throw StorageException.of(path, "cannot be kept in its folder", ROOM, failed);
      }
    }
  }

  @Override
  public void close() {
    try (reader;
        appender) {
      lock.close();
    } catch (IOException failed) {
      throw StorageException.of(path, "cannot be closed", ROOM, failed);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private byte[] unread() {
    try {
      if (!opened.isThere()) {
        throw new IOException("it was deleted, or another file is in its place");
      }
      long length = reader.length();
      if (length < position) {
        throw new IOException("it has " + length + " bytes, fewer than the " + position + " read");
      }
      byte[] bytes = new byte[Math.toIntExact(length - position)];
      reader.seek(position);
      reader.readFully(bytes);
      return bytes;
    } catch (IOException failed) {
      throw StorageException.of(path, "cannot be read", UNTOUCHED, failed);
    }
  }

  private Optional<JsonNode> parsed(byte[] bytes, int start, int end) {
    try {
      JsonNode entry = mapper.readTree(bytes, start, end - start);
      return Optional.of(entry).filter(JsonNode::isObject);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private void accept(Optional<JsonNode> entry, Consumer<JsonNode> entries, String line) {
    try {
      entries.accept(entry.orElseThrow(() -> new IllegalArgumentException("no JSON object")));
    } catch (InvalidDescriptionException said) {
      throw said;
    } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
      throw JournalHead.noEntry(path, lines + 1, line);
    }
  }

  static int newline(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at, bytes.length);
  }

  static String text(byte[] bytes, int start, int end) {
    String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
