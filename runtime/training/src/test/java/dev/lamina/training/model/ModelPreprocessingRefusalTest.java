package dev.lamina.training.model;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.standard;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.inference.input.Normalization;
import dev.lamina.training.Trainer;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Normalizer;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.Split;
import dev.lamina.training.json.DescriptionJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPreprocessingRefusalTest {

  private static final Dataset DATA = Xor.data().labels("same", "other");

  @Test
  void dataThatWasNormalizedOtherwise() {
    Model model = trained(normalized(standard()));

    String message = messageOf(() -> model.evaluate(normalized(minMax(-1, 2)).training()));

    assertThat(message)
        .isEqualTo(
            """
            Data for network `xor` is not valid: 1 problem.
              1. Data was normalized otherwise than the data that the model learned from.
                 Fix: give it as it was before, or normalize all parts at once by \
            `split.normalized(standard())`.""");
  }

  @Test
  void normalizedDataForAModelOfRawData() {
    Model model = trained(Split.of(DATA));

    String message = messageOf(() -> model.gradients(normalized(minMax()).training()));

    assertThat(message)
        .isEqualTo(
            """
            Data for network `xor` is not valid: 1 problem.
              1. Data was normalized, unlike the data that the model learned from.
                 Fix: give it as it was before, or normalize all parts at once by \
            `split.normalized(standard())`.""");
  }

  @Test
  void classesOfOtherNames() {
    Model model = trained(Split.of(DATA));

    String message = messageOf(() -> model.evaluate(Xor.data().labels("other", "same")));

    assertThat(message)
        .isEqualTo(
            """
            Data for network `xor` is not valid: 1 problem.
              1. Data has the classes [other, same] but the data that the model learned from has \
            [same, other].
                 Fix: give both the same names in the same order: `Dataset.of(features, labels, classes)`.""");
  }

  @Test
  void rawDataOfAnotherWidth() {
    Model model = trained(normalized(standard()));
    Dataset wide = Dataset.of(new double[1][3], new int[1]);

    assertThat(messageOf(() -> model.evaluate(wide)))
        .isEqualTo(
            """
            Evaluation of network `xor` is not valid: 1 problem.
              1. Data has 3 features in each sample but the network takes `input(2)`.
                 Fix: use `input(3)`, or give samples of 2 features.""");
    assertThat(messageOf(() -> model.predict(new double[3])))
        .contains("Row 0 has 3 features but the network takes `input(2)`.");
    assertThat(messageOf(() -> Trainer.create().train(model, Xor.plan(), wide)))
        .contains("Training data has 3 features in each sample");
  }

  @Test
  void modelsOfOtherClassesInAnEnsemble() {
    Model one = trained(Split.of(DATA));
    Model other = trained(Split.of(Xor.data().labels("a", "b")));

    assertThat(messageOf(() -> Ensemble.of(one, other)))
        .isEqualTo(
            """
            `Ensemble.of(models)` is not valid: 1 problem.
              1. Model 2 has the classes [a, b] but model 1 has [same, other].
                 Fix: give models of data with the same names in the same order.""");
  }

  @Test
  void aNormalizationOfAnotherWidth() {
    Normalization wide = new Normalization(new double[3], new double[] {1, 1, 1});
    Preprocessing before = Preprocessing.none().normalization(wide);
    Model model = trained(Split.of(DATA));

    assertThat(messageOf(() -> model.preprocessing(before)))
        .isEqualTo(
            """
            Preprocessing for network `xor` is not valid: 1 problem.
              1. Preprocessing has a normalization of 3 features but the network takes `input(2)`.
                 Fix: give one of 2 features.""");
  }

  @Test
  void namesOfAnotherNumberOfClassesInAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("xor.lamina");
    trained(Split.of(DATA)).save(file);
    Map<String, byte[]> entries = ModelZip.entries(Files.readAllBytes(file));
    byte[] before =
        DescriptionJson.write(Preprocessing.none().labels(List.of("a"))).getBytes(UTF_8);
    entries.put("preprocessing.json", before);
    Files.write(file, ModelZip.withManifest(entries));

    assertThat(messageOf(ModelFileException.class, () -> Model.load(file)))
        .isEqualTo(
            """
            Model file `%s` cannot be read: its description is not valid.
              Preprocessing for network `xor` is not valid: 1 problem.
                1. Preprocessing names the classes [a] but the 1 output of layer 4 \
            `dense(1).sigmoid().named("out")` tells 2 apart.
                   Fix: give the last layer as many units as there are classes, or one sigmoid for \
            two.""",
            file);
  }

  @Test
  void preprocessingIsRequired() {
    Model model = trained(Split.of(DATA));

    assertThat(messageOf(() -> model.preprocessing(null)))
        .contains("`before` must be a value but is null.");
    assertThat(messageOf(() -> model.prepared(null)))
        .contains("`data` must be a value but is null.");
  }

  private static Split normalized(Normalizer normalizer) {
    return Split.of(DATA).normalized(normalizer);
  }

  private static Model trained(Split split) {
    return Trainer.create().train(Xor.network(), Xor.plan(), split).model();
  }
}
