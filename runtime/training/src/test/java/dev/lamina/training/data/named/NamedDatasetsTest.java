package dev.lamina.training.data.named;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.file.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedDatasetsTest {

  @TempDir Path folder;

  /** Published means of the four measurements: 5.843333, 3.057333, 3.758 and 1.199333. */
  @Test
  void irisHasFiftyFlowersOfEachSpecies() {
    Dataset iris = NamedDatasets.iris();

    assertThat(iris.labels()).containsExactly("setosa", "versicolor", "virginica");
    assertThat(iris.featureWidth()).isEqualTo(4);
    assertThat(iris.size()).isEqualTo(150);
    assertThat(IntStream.range(0, 4).mapToDouble(column -> mean(iris, column)).toArray())
        .containsExactly(
            new double[] {5.8433333333, 3.0573333333, 3.758, 1.1993333333}, within(1e-9));
    assertThat(IntStream.range(0, 150).map(row -> target(iris, row)))
        .containsExactlyElementsOf(IntStream.range(0, 150).map(row -> row / 50).boxed().toList());
  }

  @Test
  void digitsHaveLevelsFromZeroToOne() {
    Dataset digits = NamedDatasets.digits();

    assertThat(digits.labels()).hasSize(10).startsWith("0").endsWith("9");
    assertThat(digits.featureWidth()).isEqualTo(64);
    assertThat(digits.size()).isEqualTo(1797);
    assertThat(IntStream.range(0, 4).map(row -> target(digits, row))).containsExactly(0, 1, 2, 3);
    assertThat(IntStream.range(1792, 1797).map(row -> target(digits, row)))
        .containsExactly(9, 0, 8, 9, 8);
    assertThat(features(digits, 0)).startsWith(0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0);
    assertThat(features(digits, 1)).contains(1);
  }

  @Test
  void theTestPartOfMnistIsKnownByItsContent() {
    PublishedImages mnist = NamedDatasets.mnist(SharedData.folder("mnist-10k"));

    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(mnist.test().labels()).isEqualTo(mnist.labels()).hasSize(10).startsWith("0", "1");
  }

  @Test
  void inflatedFilesAreTakenToo() throws IOException {
    Path shared = SharedData.folder("mnist-10k");
    for (String name : new String[] {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}) {
      try (GZIPInputStream content =
          new GZIPInputStream(Files.newInputStream(shared.resolve(name + ".gz")))) {
        Files.copy(content, folder.resolve(name));
      }
    }

    assertThat(NamedDatasets.mnist(folder).test().size()).isEqualTo(10_000);
  }

  @Test
  void digitsAreNoClothes() {
    Path mnist = SharedData.folder("mnist-10k");
    PublishedImages fashion = NamedDatasets.fashionMnist(mnist);

    String message = messageOf(DataFileException.class, fashion::test);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` is not the file of Fashion-MNIST that was published: its SHA-256 is another.
              Fix: remove it, and fetch `http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/\
            t10k-images-idx3-ubyte.gz`.""",
            mnist.resolve("t10k-images-idx3-ubyte.gz"));
  }

  @Test
  void aMissingFileIsNamedWithTheWayToIt() {
    PublishedImages mnist = NamedDatasets.mnist(folder);

    String message = messageOf(DataFileException.class, mnist::training);

    assertThat(message)
        .isEqualTo(
            """
            MNIST in folder `%s` cannot be read: there is neither `train-images-idx3-ubyte.gz` nor \
            `train-images-idx3-ubyte`.
              Fix: put it there, or let `download()` fetch it from \
            `https://storage.googleapis.com/cvdf-datasets/mnist/`.""",
            folder);
  }

  @Test
  void clothesHaveNames() {
    assertThat(NamedDatasets.fashionMnist(folder).labels())
        .hasSize(10)
        .startsWith("T-shirt/top")
        .endsWith("Ankle boot");
  }

  @Test
  void aFolderIsRequired() {
    String message = messageOf(() -> NamedDatasets.mnist(null));

    assertThat(message)
        .isEqualTo(
            """
            `mnist(folder)` is not valid: 1 problem.
              1. `folder` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  private static double mean(Dataset data, int column) {
    return IntStream.range(0, data.size())
        .mapToDouble(row -> features(data, row)[column])
        .average()
        .orElseThrow();
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }

  private static int target(Dataset data, int row) {
    double[] target = new double[1];
    data.copyTargets(row, target, 0);
    return (int) target[0];
  }
}
