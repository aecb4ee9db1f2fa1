package dev.lamina.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainModelFileTest {

  private static final Network NETWORK =
      sequential(
              input(5),
              batchNorm(),
              dense(9),
              batchNorm(),
              relu(),
              dense(4).leakyRelu(0.2),
              batchNorm(),
              dense(3).softmax(2))
          .named("größer: 層");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsLoadedPredictsTheSameBits(Precision precision) {
    PlainModel model = model(precision);
    Path file = folder.resolve("it.plain");
    double[][] rows = Numbers.rows(40, 5, 8);

    model.save(file);
    PlainModel loaded = PlainModel.load(file);

    assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
    assertThat(loaded).hasToString(model.toString());
    assertThat(loaded.name()).isEqualTo("größer: 層");
    assertThat(loaded.precision()).isEqualTo(precision);
    assertThat(loaded.inputs()).isEqualTo(5);
    assertThat(loaded.outputs()).isEqualTo(3);
  }

  @Test
  void equalModelsGiveEqualFiles() throws IOException {
    Path one = folder.resolve("one.plain");
    Path other = folder.resolve("other.plain");

    model(Precision.FLOAT32).save(one);
    PlainModel.load(one).save(other);

    assertThat(other).hasSameBinaryContentAs(one);
  }

  /** The layout that the writer's documentation gives, byte by byte. */
  @Test
  void theLayoutStays() throws IOException {
    Network network = sequential(input(1), dense(1).elu(0.5).named("it")).named("a");
    Path file = folder.resolve("small.plain");

    PlainModel.of(
            network,
            Precision.FLOAT32,
            (layer, parameter) -> new double[] {parameter.equals("kernel") ? 2 : -1})
        .save(file);

    assertThat(Files.readAllBytes(file))
        .startsWith('L', 'a', 'm', 'i', 'n', 'a', 'P', 'M', 0, 0, 0, 2, 4)
        .containsSubsequence(0, 0, 0, 1, 'a', 0, 0, 0, 1, 0, 0, 0, 0, 2)
        .containsSequence(1, 0, 0, 0, 1, 0x40, 0, 0, 0, 0xbf, 0x80, 0, 0)
        .containsSequence(3, 3, 0x3f, 0xe0, 0, 0, 0, 0, 0, 0)
        .hasSize(13 + 5 + 4 + 1 + 4 + 13 + 10 + 8);
  }

  @ParameterizedTest
  @EnumSource
  void normalizationIsSavedInDoublePrecision(Precision precision) {
    double[] centers = {0.1, 2, -3, 1e9, 0};
    double[] scales = {0.3, 1, 1e-3, 7, 1};
    PlainModel model = model(precision).normalizing(new Normalization(centers, scales));
    Path file = folder.resolve("it.plain");
    double[][] rows = Numbers.rows(40, 5, 8);

    model.save(file);
    PlainModel loaded = PlainModel.load(file);

    assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
    assertThat(loaded).hasToString(model.toString());
    assertThat(model.toString()).contains("normalization[5], [");
  }

  /** The first format had no byte that says whether features are normalized. */
  @Test
  void theFirstFormatIsStillRead() throws IOException {
    Path file = folder.resolve("it.plain");
    model(Precision.FLOAT32).save(file);
    byte[] now = Files.readAllBytes(file);
    int flag = 13 + "größer: 層".getBytes(StandardCharsets.UTF_8).length + 8;
    ByteBuffer first = ByteBuffer.allocate(now.length - 1);
    first.put(now, 0, flag).put(now, flag + 1, now.length - flag - 1);
    first.putInt(8, 1);
    CRC32 checksum = new CRC32();
    checksum.update(first.array(), 0, first.capacity() - 8);
    first.putLong(first.capacity() - 8, checksum.getValue());
    Files.write(file, first.array());

    double[][] rows = Numbers.rows(4, 5, 8);
    assertThat(PlainModel.load(file).predict(rows))
        .isDeepEqualTo(model(Precision.FLOAT32).predict(rows));
  }

  @Test
  void anInterruptedThreadSavesAndLoadsAndStaysInterrupted() {
    Path file = folder.resolve("it.plain");

    Thread.currentThread().interrupt();
    model(Precision.FLOAT32).save(file);
    PlainModel loaded = PlainModel.load(file);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(loaded).hasToString(model(Precision.FLOAT32).toString());
  }

  /** Such as one that travels in the jar of an application. */
  @Test
  void aFileInsideOfAZipIsLoaded() throws IOException {
    Path file = folder.resolve("it.plain");
    model(Precision.FLOAT32).save(file);

    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("it.zip"), Map.of("create", "true"))) {
      Path inside = Files.copy(file, zip.getPath("it.plain"));

      assertThat(PlainModel.load(inside)).hasToString(model(Precision.FLOAT32).toString());
    }
  }

  @Test
  void aFileThatIsThereIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("it.plain");
    Files.writeString(file, "old");

    model(Precision.FLOAT64).save(file);

    assertThat(PlainModel.load(file).precision()).isEqualTo(Precision.FLOAT64);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static PlainModel model(Precision precision) {
    return PlainModel.of(NETWORK, precision, Numbers.seeded(NETWORK, 2));
  }
}
