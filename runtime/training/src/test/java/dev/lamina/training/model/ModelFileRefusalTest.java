package dev.lamina.training.model;

import static dev.lamina.training.Refusal.messageOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Xor;
import dev.lamina.training.file.StoredZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileRefusalTest {

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

  @Test
  void aTextIsNotAModel() throws IOException {
    Files.writeString(file, "weights: 1, 2, 3");

    assertThat(refusal()).isEqualTo(damaged("it is not a complete zip file."));
  }

  @Test
  void anEmptyFileIsNotAModel() throws IOException {
    Files.write(file, new byte[0]);

    assertThat(refusal()).isEqualTo(damaged("it is not a complete zip file."));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.99})
  void aTruncatedFileIsNotAModel(double share) throws IOException {
    Files.write(file, Arrays.copyOf(saved, (int) (share * saved.length)));

    assertThat(refusal()).isEqualTo(damaged("it is not a complete zip file."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "description.json", "network.zip"})
  void anEntryMustHaveItsChecksum(String name) throws IOException {
    byte[] changed = saved.clone();
    changed[placeOfChecksum(name)] ^= 1;
    Files.write(file, changed);

    assertThat(refusal()).isEqualTo(damaged("its entry `" + name + "` is damaged."));
  }

  /** 30 bytes before the name in the zip's directory, which is the name's last occurrence. */
  private static int placeOfChecksum(String name) {
    return new String(saved, ISO_8859_1).lastIndexOf(name) - 30;
  }

  @ParameterizedTest
  @ValueSource(strings = {"description.json", "network.zip"})
  void aFileMustBeWhole(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.remove(name);
    write(entries);

    assertThat(refusal()).isEqualTo(damaged("it has no entry `" + name + "`."));
  }

  @Test
  void aNewerFormatIsNotRead() throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    String manifest = new String(entries.get("manifest.json"), UTF_8);
    String newer = manifest.replace("\"format\": 2", "\"format\": 3, \"colour\": \"red\"");
    entries.put("manifest.json", newer.getBytes(UTF_8));
    Files.write(file, StoredZip.of(entries));

    assertThat(refusal())
        .isEqualTo(
            damaged(
                "it was written by a newer version of Lamina: its format is 3, and this version"
                    + " reads up to 2."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"description.json", "network.zip"})
  void anEntryMustBeTheOneOfTheManifest(String name) throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    entries.put(name, (new String(entries.get(name), ISO_8859_1) + " ").getBytes(ISO_8859_1));
    Files.write(file, StoredZip.of(entries));

    assertThat(refusal())
        .isEqualTo(
            damaged(
                "its entry `" + name + "` is not the one that `manifest.json` was written for."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../outside.txt", "/etc/passwd", "notes.txt", "best-0.bin"})
  void anEntryThatNoModelFileHasIsRefused(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(name, new byte[] {1});
    write(entries);

    assertThat(refusal())
        .isEqualTo(damaged("it has an entry `" + name + "`, which no model file has."));
  }

  @Test
  void anEntryThatTheManifestDoesNotNameIsRefused() throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    entries.put("best-1.bin", new byte[] {1});
    Files.write(file, StoredZip.of(entries));

    assertThat(refusal())
        .isEqualTo(damaged("its `manifest.json` says nothing of the entry `best-1.bin`."));
  }

  @Test
  void aFileWithoutAManifestIsRefused() throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    entries.remove("manifest.json");
    Files.write(file, StoredZip.of(entries));

    assertThat(refusal()).isEqualTo(damaged("it has no entry `manifest.json`."));
  }

  @Test
  void aManifestMustBeOneThatLaminaWrites() throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    entries.put("manifest.json", "{\"format\": 2}".getBytes(UTF_8));
    Files.write(file, StoredZip.of(entries));

    assertThat(refusal()).isEqualTo(damaged("its `manifest.json` is not one that Lamina writes."));
  }

  @Test
  void whatIsCompressedIsRefused() throws IOException {
    Files.write(file, ModelZip.compressed(ModelZip.all(saved)));

    assertThat(refusal())
        .isEqualTo(damaged("its entry `manifest.json` is compressed, or longer than the file."));
  }

  @Test
  void twoEntriesOfOneNameAreRefused() throws IOException {
    Map<String, byte[]> entries = ModelZip.all(saved);
    entries.put("descriptionXjson", entries.get("description.json"));
    String twice = new String(StoredZip.of(entries), ISO_8859_1);
    Files.write(file, twice.replace("descriptionXjson", "description.json").getBytes(ISO_8859_1));

    assertThat(refusal()).isEqualTo(damaged("it has two entries `description.json`."));
  }

  @Test
  void aDescriptionMustBeJson() throws IOException {
    describe(json -> json.substring(0, 20));

    assertThat(refusal())
        .startsWith("Model file `FILE` cannot be read: its description is not valid.\n  ")
        .contains("cannot be read as JSON")
        .endsWith("\n  Fix: save it again.");
  }

  @Test
  void aDescriptionMustHoldWhatItsTypesSay() throws IOException {
    describe(json -> json.replace("\"batchSize\": 2", "\"batchSize\": \"two\""));

    assertThat(refusal())
        .isEqualTo(
            """
            Model file `FILE` cannot be read: its description is not valid.
              `$.training.batchSize` must be a whole number of 32 bits but is `"two"`.
              Fix: correct it, or save the description again.""");
  }

  @Test
  void aDescriptionMustBeOneThatCanBeTrained() throws IOException {
    describe(json -> json.replace("\"name\": \"norm\"", "\"name\": \"hidden\""));

    assertThat(refusal())
        .isEqualTo(
            """
            Model file `FILE` cannot be read: its description is not valid.
              Network `xor` is not valid: 1 problem.
                1. Layer 2 `batchNorm().momentum(0.5).named("hidden")` needs a name of its own but \
            has that of layer 1.
                   Fix: give one of them another name.""");
  }

  @Test
  void aFactorOfRatesIsNotNegative() throws IOException {
    describe(json -> json.replace("\"rateFactor\": 1.0", "\"rateFactor\": -1.0"));

    assertThat(refusal())
        .startsWith("Model file `FILE` cannot be read: its description is not valid.\n  ")
        .contains("`rateFactor` must be a finite number of at least 0 but is -1.")
        .contains("give 1 for the learning rates of the plan.");
  }

  @Test
  void aNetworkOfAnotherDescriptionIsNotRead() throws IOException {
    describe(json -> json.replace("\"units\": 3", "\"units\": 4"));

    // 2 x 4 + 4 weights and biases, 4 x 4 of batch normalization, 4 + 1 of the output.
    assertThat(refusal())
        .isEqualTo(damaged("`coefficients.bin` holds 25 numbers but the description needs 33."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"coefficients.bin", "updaterState.bin"})
  void aNetworkMustBeWhole(String name) throws IOException {
    Map<String, byte[]> network = ModelZip.entries(entries().get("network.zip"));
    network.remove(name);
    replaceNetwork(network);

    assertThat(refusal()).isEqualTo(damaged("the network in it has no entry `" + name + "`."));
  }

  @Test
  void numbersMustBeNumbers() throws IOException {
    Map<String, byte[]> network = ModelZip.entries(entries().get("network.zip"));
    network.put("coefficients.bin", "not an array".getBytes(UTF_8));
    replaceNetwork(network);

    assertThat(refusal())
        .startsWith("Model file `FILE` cannot be read: `coefficients.bin` holds no numbers")
        .endsWith("\n  Fix: give a file that `Model.save` wrote, complete and unchanged.");
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

  private void describe(UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = entries();
    String json = new String(entries.get("description.json"), UTF_8);
    String changed = change.apply(json);
    assertThat(changed).isNotEqualTo(json);
    entries.put("description.json", changed.getBytes(UTF_8));
    write(entries);
  }

  private void replaceNetwork(Map<String, byte[]> network) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("network.zip", StoredZip.of(network));
    write(entries);
  }

  private void write(Map<String, byte[]> entries) throws IOException {
    Files.write(file, ModelZip.withManifest(entries));
  }

  private static Map<String, byte[]> entries() throws IOException {
    return ModelZip.entries(saved);
  }
}
