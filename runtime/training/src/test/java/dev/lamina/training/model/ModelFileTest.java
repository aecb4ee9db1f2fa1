package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.training.Trainer;
import dev.lamina.training.Xor;
import dev.lamina.training.engine.NativeThreads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {

  @TempDir private Path folder;

  @Test
  void aModelComesBackWithTheSameBits() {
    Model model = Xor.trained();
    Path file = folder.resolve("xor.lamina");

    model.save(file);
    Model back = Model.load(file);

    assertThat(back.network()).isEqualTo(model.network());
    assertThat(back.plan()).isEqualTo(model.plan());
    assertThat(back.weights()).isEqualTo(model.weights());
    assertThat(back.predict(Xor.features())).isDeepEqualTo(model.predict(Xor.features()));
    assertThat(back.evaluate(Xor.data())).isEqualTo(model.evaluate(Xor.data()));
  }

  @Test
  void plainGradientDescentHasNoStateAndComesBackToo() {
    Network network = sequential(input(2), dense(1));
    Model model =
        Trainer.create().train(network, training(meanSquaredError(), sgd()), Xor.data()).model();
    Path file = folder.resolve("linear.lamina");

    model.save(file);
    Model back = Model.load(file);

    assertThat(back.weights()).isEqualTo(model.weights());
  }

  @Test
  void aFileCanBeLoadedMoreThanOnce() {
    Path file = folder.resolve("xor.lamina");
    Xor.trained().save(file);

    Model one = Model.load(file);
    Model other = Model.load(file);

    assertThat(other).isNotSameAs(one);
    assertThat(other.weights()).isEqualTo(one.weights());
  }

  @Test
  void aLoadedModelCanBeSavedAgain() throws IOException {
    Path first = folder.resolve("first.lamina");
    Path second = folder.resolve("second.lamina");
    Xor.trained().save(first);

    Model.load(first).save(second);

    assertThat(descriptionIn(second)).isEqualTo(descriptionIn(first));
    assertThat(Model.load(second).weights()).isEqualTo(Model.load(first).weights());
  }

  @Test
  void aFileThatIsThereIsReplaced() {
    Path file = folder.resolve("xor.lamina");
    Model before = Model.untrained(Xor.network(), Xor.plan());
    Model after = Xor.trained();

    before.save(file);
    after.save(file);

    assertThat(Model.load(file).weights()).isEqualTo(after.weights());
    assertThat(after.weights()).isNotEqualTo(before.weights());
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    Path first = folder.resolve("first.lamina");
    Path second = folder.resolve("second.lamina");

    Xor.trained().save(first);
    Xor.trained().save(second);

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void theFileSaysWhereItsWeightsComeFrom() {
    Path file = folder.resolve("xor.lamina");
    Model model = Xor.trained();
    model.save(file);

    Provenance provenance = Model.load(file).provenance();

    assertThat(provenance).isEqualTo(model.provenance());
    assertThat(provenance.seed()).isEqualTo(3);
    assertThat(provenance.plan()).isEqualTo(model.plan().toString());
    assertThat(provenance.dl4j()).hasValue("1.0.0-M2.1");
    assertThat(provenance.java()).isEqualTo(System.getProperty("java.version"));
    assertThat(provenance.threads()).hasValue(NativeThreads.available());
  }

  @Test
  void nothingButTheFileIsLeftInTheFolder() throws IOException {
    Path file = folder.resolve("xor.lamina");

    Xor.trained().save(file);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFileNameAloneIsTakenFromTheWorkingFolder() throws IOException {
    Path file = Path.of("model-file-test.lamina");

    try {
      Xor.trained().save(file);

      assertThat(Model.load(file).network()).isEqualTo(Xor.network());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void theFileIsAZipOfTheManifestTheDescriptionAndTheNetwork() throws IOException {
    Path file = folder.resolve("xor.lamina");

    Xor.trained().save(file);

    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertThat(names).containsExactly("manifest.json", "description.json", "network.zip");
    }
    assertThat(descriptionIn(file))
        .startsWith(
            """
            {
              "network": {
                "is": "sequential",
                "name": "xor",
            """);
  }

  @Test
  void nothingInTheFileIsDated() throws IOException {
    Path file = folder.resolve("xor.lamina");

    Xor.trained().save(file);

    try (ZipFile zip = new ZipFile(file.toFile());
        ZipInputStream network =
            new ZipInputStream(zip.getInputStream(zip.getEntry("network.zip")))) {
      List<Long> times = new ArrayList<>(zip.stream().map(ZipEntry::getTime).toList());
      for (ZipEntry inner = network.getNextEntry(); inner != null; inner = network.getNextEntry()) {
        times.add(inner.getTime());
      }
      assertThat(times).hasSize(6).containsOnly(0L);
    }
  }

  @Test
  void plainDl4jReadsTheNetworkAndPredictsTheSame() throws IOException {
    Path file = folder.resolve("xor.lamina");
    Model model = Xor.trained();
    model.save(file);

    ComputationGraph plain;
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream network = zip.getInputStream(zip.getEntry("network.zip"))) {
      plain = ModelSerializer.restoreComputationGraph(network, true);
    }

    float[] outputs =
        plain
            .outputSingle(Nd4j.createFromArray(Xor.features()).castTo(plain.params().dataType()))
            .toFloatVector();
    double[][] expected = model.predict(Xor.features());
    assertThat(outputs)
        .containsExactly(
            new float[] {
              (float) expected[0][0],
              (float) expected[1][0],
              (float) expected[2][0],
              (float) expected[3][0]
            },
            within(1e-7f));
    assertThat(plain.getIterationCount()).isEqualTo(6);
    assertThat(plain.getEpochCount()).isEqualTo(3);
  }

  @Test
  void whatIsLoadedKnowsHowManyUpdatesItHasSeen() {
    Path file = folder.resolve("xor.lamina");
    Xor.trained().save(file);

    ComputationGraph loaded = Model.load(file).unwrap();

    assertThat(loaded.getIterationCount()).isEqualTo(6);
    assertThat(loaded.getEpochCount()).isEqualTo(3);
  }

  private static String descriptionIn(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream json = zip.getInputStream(zip.getEntry("description.json"))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
