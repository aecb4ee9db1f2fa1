package dev.lamina.training.data.idx;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.training.data.file.DataFileException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileRefusalTest {

  private static final byte[] ROWS = IdxBytes.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4);

  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsRefused() {
    String message = refusal(folder.resolve("none"));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` cannot be read: there is none.
              Fix: give the path of a file.""",
            folder.resolve("none"));
  }

  @Test
  void aFolderIsRefused() {
    String message = refusal(folder);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` cannot be read: it is not a file.
              Fix: give the path of a file.""",
            folder);
  }

  @Test
  void anotherFormatIsRefused() {
    Path file = file(IdxBytes.of('P', 'K', 3, 4, 0, 0));

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` is no IDX file: it must start with two zeros, a type from 08 to 0E and \
            the number of dimensions but starts with 504B0304.
              Fix: give a file such as `train-images-idx3-ubyte.gz`.""",
            file);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00000801, 0x00000A01, 0x00000800, 0x01000801})
  void aMagicNumberThatIsNearlyRightIsRefusedToo(int magic) {
    byte[] bytes = IdxBytes.of(magic >>> 24, magic >>> 16, magic >>> 8, magic, 0, 0, 0, 1, 5);
    Path file = file(bytes);

    if (magic == 0x00000801) {
      assertThat(IdxFile.read(file).size()).isEqualTo(1);
    } else {
      assertThat(refusal(file)).contains("is no IDX file").contains("%08X".formatted(magic));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 11})
  void aHeaderThatIsCutOffIsRefused(int length) {
    Path file = file(Arrays.copyOf(ROWS, length));

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` ends too early: it is truncated.
              Fix: fetch it again.""",
            file);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void numbersThatAreCutOffAreRefused(boolean zipped) {
    byte[] bytes = Arrays.copyOf(ROWS, ROWS.length - 1);
    Path file = file(zipped ? IdxBytes.zipped(bytes) : bytes);

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` ends before the 4 bytes of the shape [2, 2] that it names: it is truncated.
              Fix: fetch it again.""",
            file);
  }

  @Test
  void moreNumbersThanNamedAreRefused() {
    Path file = file(Arrays.copyOf(ROWS, ROWS.length + 1));

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` goes on after the 4 bytes of the shape [2, 2] that it names.
              Fix: fetch it again: it is damaged.""",
            file);
  }

  @Test
  void aCompressedFileThatIsCutOffIsRefused() {
    byte[] zipped = IdxBytes.zipped(ROWS);
    Path file = file(Arrays.copyOf(zipped, zipped.length - 9));

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` ends too early: it is truncated.
              Fix: fetch it again.""",
            file);
  }

  @Test
  void aCompressedFileWithAWrongChecksumIsRefused() {
    byte[] zipped = IdxBytes.zipped(ROWS);
    zipped[zipped.length - 8] ^= 1;
    Path file = file(zipped);

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` is not a sound gzip file: Corrupt GZIP trailer.
              Fix: fetch it again, or give it uncompressed.""",
            file);
  }

  @Test
  void aShapeBeyondAllMemoryIsRefused() {
    Path file = file(IdxBytes.of(0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 2, 1));

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` names the shape [2147483647, 2], which memory cannot hold as one array.
              Fix: fetch it again if it is damaged, or split it.""",
            file);
  }

  @Test
  void aNegativeDimensionIsRefused() {
    Path file = file(IdxBytes.of(0, 0, 8, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 2, 1));

    assertThat(refusal(file)).contains("names the shape [-1, 2], which memory cannot hold");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void memoryIsNotAskedForWhereTheFileCannotFillIt(boolean zipped) {
    byte[] bytes = IdxBytes.of(0, 0, 8, 1, 0x70, 0, 0, 0, 1, 2, 3);
    Path file = file(zipped ? IdxBytes.zipped(bytes) : bytes);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assertThat(refusal(file)).contains("truncated");

    long before = threads.getCurrentThreadAllocatedBytes();
    String message = refusal(file);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(message).contains("ends before the 1879048192 bytes of the shape [1879048192]");
    assertThat(allocated).isLessThan(2_000_000);
  }

  @Test
  void onlyUnsignedBytesCanBeScaled() {
    Path file = file(IdxBytes.of(0, 0, 9, 1, 0, 0, 0, 1, 5));
    IdxFile signed = IdxFile.read(file);

    String message = messageOf(DataFileException.class, signed::scaled);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` holds numbers of type SIGNED_BYTE, but only unsigned bytes have a known range.
              Fix: scale the data set instead.""",
            file);
  }

  @Test
  void labelsOfOtherSamplesAreRefused() {
    IdxFile rows = IdxFile.read(file(ROWS));
    Path three = IdxBytes.write(folder.resolve("3"), IdxBytes.of(0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3));
    IdxFile labels = IdxFile.read(three);

    String message = messageOf(DataFileException.class, () -> rows.labelled(labels));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` holds 3 labels, but `%s` holds 2 samples.
              Fix: give the two files that belong together.""",
            three, folder.resolve("file"));
  }

  @Test
  void imagesAreNoLabels() {
    Path file = file(ROWS);
    IdxFile rows = IdxFile.read(file);

    String message = messageOf(DataFileException.class, () -> rows.labelled(rows));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` must hold one whole number a sample but holds numbers of type \
            UNSIGNED_BYTE and shape [2, 2].
              Fix: give the file of labels, such as `train-labels-idx1-ubyte.gz`.""",
            file);
  }

  private Path file(byte[] bytes) {
    return IdxBytes.write(folder.resolve("file"), bytes);
  }

  private static String refusal(Path file) {
    return messageOf(DataFileException.class, () -> IdxFile.read(file));
  }
}
