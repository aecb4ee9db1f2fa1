package dev.lamina.training.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ZipSourceTest {

  private static final int DIRECTORY_LENGTH = 12;
  private static final int END_LENGTH = 22;
  private static final long MUCH = 1L << 40;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("file.zip");
  }

  @Test
  void contentsAreThoseThatWereWritten() throws IOException {
    Files.write(file, StoredZip.of(Map.of("text", "one".getBytes(UTF_8))));

    try (ZipSource zip = ZipSource.open(file)) {
      assertThat(zip.names()).containsExactly("text");
      assertThat(zip.stored("text", 3)).asString(UTF_8).isEqualTo("one");
      assertThat(zip.inflated("text", 3)).asString(UTF_8).isEqualTo("one");
      assertThat(zip.length()).isEqualTo(Files.size(file));
    }
  }

  @Test
  void contentsThatAreTooLongAreRefused() throws IOException {
    Files.write(file, StoredZip.of(Map.of("text", "one".getBytes(UTF_8))));

    try (ZipSource zip = ZipSource.open(file)) {
      assertThatThrownBy(() -> zip.stored("text", 2))
          .isInstanceOf(IOException.class)
          .hasMessage("its entry `text` holds more than it may.");
    }
  }

  /** One megabyte of zeros that 50 names stand for: each asks for all of it. */
  @Test
  void entriesOnTheSameBytesAreRefused() throws IOException {
    Files.write(file, repeated(StoredZip.of(Map.of("a", new byte[1 << 20])), 50));

    assertThatThrownBy(() -> ZipSource.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("its entries are together longer than the file.");
  }

  @Test
  void aCountThatIsKeptElsewhereIsRefused() throws IOException {
    byte[] zip = StoredZip.of(Map.of("text", "one".getBytes(UTF_8)));
    zip[zip.length - END_LENGTH + 10] = -1;
    zip[zip.length - END_LENGTH + 11] = -1;
    Files.write(file, zip);

    assertThatThrownBy(() -> ZipSource.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage("it is not a complete zip file.");
  }

  @Test
  void whatCannotBeOpenedIsRefusedWithTheReason() {
    assertThatThrownBy(() -> ZipSource.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it cannot be opened: ")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aFileInsideOfAnotherIsRefused() throws IOException {
    Files.write(file, StoredZip.of(Map.of("inner.zip", StoredZip.of(Map.of()))));

    try (FileSystem inside = FileSystems.newFileSystem(file)) {
      assertThatThrownBy(() -> ZipSource.open(inside.getPath("inner.zip")))
          .isInstanceOf(IOException.class)
          .hasMessage("it is inside of another file: copy it out first.");
    }
  }

  /** Where another program writes a new version of it, again and again, of another length. */
  @Test
  @Timeout(30)
  void aFileThatIsReplacedMeanwhileIsReadWhole() throws Exception {
    byte[][] versions = {new byte[10], new byte[100_000]};
    Arrays.fill(versions[1], (byte) 1);
    WholeFile.write(file, stream -> StoredZip.write(Map.of("a", versions[0]), stream));
    AtomicBoolean isOver = new AtomicBoolean();
    ExecutorService threads = Executors.newSingleThreadExecutor();

    Future<?> writing = threads.submit(() -> replaced(versions, isOver));
    try {
      for (int time = 0; time < 500; time++) {
        try (ZipSource zip = ZipSource.open(file)) {
          assertThat(zip.stored("a", MUCH)).isIn((Object[]) versions);
        }
      }
    } finally {
      isOver.set(true);
      threads.shutdown();
      requireEnded(writing);
    }
  }

  private Void replaced(byte[][] versions, AtomicBoolean isOver) throws IOException {
    Path next = folder.resolve("next.zip");
    for (int version = 1; !isOver.get(); version = 1 - version) {
      Files.write(next, StoredZip.of(Map.of("a", versions[version])));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return null;
  }

  private static void requireEnded(Future<?> writing)
      throws ExecutionException, InterruptedException {
    assertThat(writing.get()).isNull();
  }

  /** The zip of one entry of a single letter under as many names, {@code A} and those after it. */
  private static byte[] repeated(byte[] zip, int names) {
    ByteBuffer old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_LENGTH;
    int length = old.getInt(end + DIRECTORY_LENGTH);
    byte[] entry = Arrays.copyOfRange(zip, end - length, end);
    ByteBuffer made =
        ByteBuffer.allocate(zip.length + (names - 1) * length).order(ByteOrder.LITTLE_ENDIAN);
    made.put(zip, 0, end - length);
    for (int name = 0; name < names; name++) {
      entry[46] = (byte) ('A' + name);
      made.put(entry);
    }
    made.put(zip, end, END_LENGTH);
    int madeEnd = made.capacity() - END_LENGTH;
    made.putShort(madeEnd + 8, (short) names).putShort(madeEnd + 10, (short) names);
    made.putInt(madeEnd + DIRECTORY_LENGTH, names * length);
    return made.array();
  }
}
