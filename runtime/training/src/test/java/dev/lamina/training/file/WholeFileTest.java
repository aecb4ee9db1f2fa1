package dev.lamina.training.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("numbers");
  }

  @Test
  void theFileHasWhatWasWrittenLast() throws IOException {
    WholeFile.write(file, stream -> stream.write(new byte[] {1, 2, 3}));
    WholeFile.write(file, stream -> stream.write(new byte[] {4}));

    assertThat(file).hasBinaryContent(new byte[] {4});
    assertThat(files()).containsExactly(file);
  }

  @Test
  void whatFailsHalfWayLeavesTheFileOfBefore() throws IOException {
    WholeFile.write(file, stream -> stream.write(new byte[] {1, 2, 3}));

    assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::failHalfWay))
        .isInstanceOf(IOException.class)
        .hasMessage("full");

    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(files()).containsExactly(file);
  }

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();

    WholeFile.write(file, stream -> stream.write(new byte[] {1}));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void onlyWhatWasWrittenAsideIsDeletedAsLeftOver() throws IOException {
    Path left = folder.resolve(".0e2a9b51-5c1c-4b1a-9a56-0b6a3c1d2e3f.tmp");
    Path other = folder.resolve(".settings.tmp");
    Files.write(left, new byte[1]);
    Files.write(other, new byte[1]);

    WholeFile.deleteLeftovers(folder);

    assertThat(files()).containsExactly(other);
  }

  private static void failHalfWay(OutputStream stream) throws IOException {
    stream.write(new byte[10_000]);
    throw new IOException("full");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
