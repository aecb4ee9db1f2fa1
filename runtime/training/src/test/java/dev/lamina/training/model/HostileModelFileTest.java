package dev.lamina.training.model;

import static dev.lamina.training.Refusal.messageOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.training.Xor;
import dev.lamina.training.file.StoredZip;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody made on purpose, with a manifest that was written for them. */
class HostileModelFileTest {

  /** A little more than what the longest text is, read into pieces and put together. */
  private static final long MOST_ALLOCATED = 64L << 20;

  private static byte[] saved;

  @TempDir private Path folder;
  private Path file;

  @BeforeAll
  static void saveOnce(@TempDir Path once) throws IOException {
    Path file = once.resolve("xor.lamina");
    Xor.trained().save(file);
    saved = Files.readAllBytes(file);
  }

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("xor.lamina");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.ProcessBuilder",
        "org.deeplearning4j.nn",
        "org.deeplearning4j.nnx.Layer",
        "dev.lamina.Evil"
      })
  void aClassThatIsNeitherOfDl4jNorOfLaminaIsRefused(String name) throws IOException {
    network(
        entries ->
            text(
                entries,
                "configuration.json",
                json -> json.replaceFirst("\"org.deeplearning4j.nn.conf[^\"]*\"", quoted(name))));

    assertThat(refusal())
        .isEqualTo(
            damaged(
                "`configuration.json` names the class `"
                    + name
                    + "`, which is none of DL4J's or Lamina's."));
  }

  @Test
  void aClassIsFoundWhereItsPropertyIsWrittenOtherwise() throws IOException {
    network(
        entries ->
            text(
                entries,
                "configuration.json",
                json -> json.replaceFirst("\\{", "{\"\\\\u0040class\": \"evil\", ")));

    assertThat(refusal()).contains("names the class `evil`");
  }

  @Test
  void aNetworkSaysHowItIsConfigured() throws IOException {
    network(
        entries -> {
          entries.remove("configuration.json");
          return entries;
        });

    assertThat(refusal())
        .isEqualTo(damaged("the network in it has no entry `configuration.json`."));

    network(entries -> text(entries, "configuration.json", json -> "configuration"));

    assertThat(refusal()).isEqualTo(damaged("`configuration.json` is no JSON."));
  }

  @Test
  void aNetworkThatIsCompressedGrowsNoLongerThanItsZip() throws IOException {
    Map<String, byte[]> network = ModelZip.all(entries().get("network.zip"));
    network.put("coefficients.bin", new byte[100 << 20]);
    Map<String, byte[]> entries = wide(entries());
    entries.put("network.zip", ModelZip.compressed(network));
    write(entries);

    assertThat(cheapRefusal())
        .isEqualTo(
            damaged("`coefficients.bin` is longer than the description, or the file, lets it be."));
  }

  @Test
  void aCompressedFileOfTheFirstFormatDoesNotExplode() throws IOException {
    Map<String, byte[]> older;
    try (InputStream stream = getClass().getResourceAsStream("format-1.lamina")) {
      older = wide(ModelZip.all(stream.readAllBytes()));
    }
    Map<String, byte[]> network = ModelZip.all(older.get("network.zip"));
    network.put("coefficients.bin", new byte[100 << 20]);
    older.put("network.zip", ModelZip.compressed(network));
    Files.write(file, ModelZip.compressed(older));

    assertThat(cheapRefusal())
        .isEqualTo(
            damaged("`coefficients.bin` is longer than the description, or the file, lets it be."));
  }

  /** Each empty object of three letters would take some two hundred bytes of memory. */
  @ParameterizedTest
  @ValueSource(strings = {"description.json", "manifest.json"})
  void aTextThatIsTooLongIsNotRead(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] text = ("[" + "{},".repeat(8 << 20) + "{}]").getBytes(UTF_8);
    entries.put("description.json", text);
    Map<String, byte[]> all = ModelZip.all(ModelZip.withManifest(entries));
    all.put(name, text);
    Files.write(file, StoredZip.of(all));

    assertThat(cheapRefusal())
        .isEqualTo(damaged("its entry `" + name + "` holds more than it may."));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void aManifestHasTheFormatThatHasOne(int format) throws IOException {
    Map<String, byte[]> all =
        text(
            ModelZip.all(saved),
            "manifest.json",
            json -> json.replace("\"format\": 2", "\"format\": " + format));
    Files.write(file, StoredZip.of(all));

    assertThat(refusal()).isEqualTo(damaged("its `manifest.json` is not one that Lamina writes."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iterations", "epochs"})
  void countsAreNotNegative(String count) throws IOException {
    String places = "(?s)(.*\"" + count + "\": )\\d+";
    write(text(entries(), "description.json", json -> json.replaceFirst(places, "$1-6")));

    assertThat(refusal())
        .contains("`" + count + "` must be a whole number of at least 0 but is -6.");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** The entries with a description of a network that would have many millions of weights. */
  private static Map<String, byte[]> wide(Map<String, byte[]> entries) {
    return text(
        entries,
        "description.json",
        json -> json.replaceFirst("\"units\": \\d+", "\"units\": 8000000"));
  }

  private static Map<String, byte[]> text(
      Map<String, byte[]> entries, String name, UnaryOperator<String> change) {
    String text = new String(entries.get(name), UTF_8);
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    entries.put(name, changed.getBytes(UTF_8));
    return entries;
  }

  private void network(UnaryOperator<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> entries = entries();
    Map<String, byte[]> network = ModelZip.all(entries.get("network.zip"));
    entries.put("network.zip", StoredZip.of(change.apply(network)));
    write(entries);
  }

  private void write(Map<String, byte[]> entries) throws IOException {
    Files.write(file, ModelZip.withManifest(entries));
  }

  private static Map<String, byte[]> entries() throws IOException {
    return new LinkedHashMap<>(ModelZip.entries(saved));
  }

  private String cheapRefusal() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    String message = refusal();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    return message;
  }

  private String refusal() {
    return messageOf(ModelFileException.class, () -> Model.load(file))
        .replace(file.toString(), "FILE");
  }

  private static String damaged(String came) {
    return """
        Model file `FILE` cannot be read: %s
          Fix: give a file that `Model.save` wrote, complete and unchanged."""
        .formatted(came);
  }
}
