package dev.lamina.training.data.idx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.file.SharedData;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {

  /** Two images of two rows and three columns. */
  private static final byte[] IMAGES =
      IdxBytes.of(
          0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5,
          6);

  private static final byte[] LABELS = IdxBytes.of(0, 0, 8, 1, 0, 0, 0, 2, 7, 200);

  @TempDir Path folder;

  @Test
  void imagesAreFlattenedRowByRow() {
    IdxFile images = IdxFile.read(file("images", IMAGES));

    Dataset data = images.labelled(IdxFile.read(file("labels", LABELS)));

    assertThat(images.shape()).containsExactly(2, 2, 3);
    assertThat(images.type()).isEqualTo(IdxType.UNSIGNED_BYTE);
    assertThat(data).hasToString("Dataset[samples 2, features 6, targets 1]");
    assertThat(features(data, 0)).containsExactly(0, 51, 102, 153, 204, 255);
    assertThat(features(data, 1)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void labelsAreTheTargets() {
    Dataset data =
        IdxFile.read(file("images", IMAGES)).labelled(IdxFile.read(file("labels", LABELS)));

    assertThat(target(data, 0)).isEqualTo(7);
    assertThat(target(data, 1)).isEqualTo(200);
  }

  @Test
  void bytesCanBeScaledToTheRangeFromZeroToOne() {
    IdxFile labels = IdxFile.read(file("labels", LABELS));

    Dataset data = IdxFile.read(file("images", IMAGES)).scaled().labelled(labels);

    assertThat(features(data, 0)).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
    assertThat(target(data, 1)).isEqualTo(200);
  }

  @Test
  void aCompressedFileGivesTheSameNumbers() {
    IdxFile labels = IdxFile.read(file("labels", IdxBytes.zipped(LABELS)));

    Dataset data = IdxFile.read(file("images", IdxBytes.zipped(IMAGES))).labelled(labels);

    assertThat(features(data, 0)).containsExactly(0, 51, 102, 153, 204, 255);
    assertThat(target(data, 0)).isEqualTo(7);
  }

  @Test
  void everyTypeIsReadWithItsMostSignificantByteFirst() {
    byte[] signed = IdxBytes.of(0, 0, 9, 1, 0, 0, 0, 2, 0xFF, 0x7F);
    byte[] shorts = IdxBytes.of(0, 0, 0xB, 1, 0, 0, 0, 2, 0x01, 0x02, 0xFF, 0xFE);
    byte[] ints = IdxBytes.of(0, 0, 0xC, 1, 0, 0, 0, 1, 0, 1, 0, 2);
    byte[] floats = numbers(0xD, ByteBuffer.allocate(4).putFloat(-1.5f));
    byte[] doubles = numbers(0xE, ByteBuffer.allocate(8).putDouble(Math.PI));

    assertThat(column(signed)).containsExactly(-1, 127);
    assertThat(column(shorts)).containsExactly(258, -2);
    assertThat(column(ints)).containsExactly(65538);
    assertThat(column(floats)).containsExactly(-1.5);
    assertThat(column(doubles)).containsExactly(Math.PI);
  }

  @Test
  void noSampleAtAllIsAFileToo() {
    IdxFile none = IdxFile.read(file("none", IdxBytes.of(0, 0, 8, 1, 0, 0, 0, 0)));

    assertThat(none.labelled(none).size()).isZero();
  }

  /** Published: 10,000 digits, of which the first three are 7, 2, 1, and 980 are zeros. */
  @Test
  void theTestPartOfMnistIsRead() {
    Path mnist = SharedData.folder("mnist-10k");

    Dataset data =
        IdxFile.read(mnist.resolve("t10k-images-idx3-ubyte.gz"))
            .scaled()
            .labelled(IdxFile.read(mnist.resolve("t10k-labels-idx1-ubyte.gz")));

    assertThat(data).hasToString("Dataset[samples 10000, features 784, targets 1]");
    assertThat(IntStream.range(0, 3).mapToDouble(row -> target(data, row)))
        .containsExactly(7.0, 2.0, 1.0);
    assertThat(IntStream.range(0, 10_000).filter(row -> target(data, row) == 0)).hasSize(980);
    assertThat(features(data, 0)).contains(1).doesNotContain(255).startsWith(0, 0, 0);
  }

  private Path file(String name, byte[] bytes) {
    return IdxBytes.write(folder.resolve(name), bytes);
  }

  private double[] column(byte[] bytes) {
    IdxFile file = IdxFile.read(file("column", bytes));
    return IntStream.range(0, file.size()).mapToDouble(file::value).toArray();
  }

  private static byte[] numbers(int type, ByteBuffer content) {
    return ByteBuffer.allocate(8 + content.capacity())
        .putInt(type << 8 | 1)
        .putInt(1)
        .put(content.flip())
        .array();
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }

  private static double target(Dataset data, int row) {
    double[] target = new double[1];
    data.copyTargets(row, target, 0);
    return target[0];
  }
}
