package dev.lamina.training.model;

import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers with options that DL4J does not have survive the file, for Lamina and for DL4J. */
class RegularizedModelFileTest {

  private static final double[][] ROWS = {{1, -2, 0.3}, {0.5, 1, -0.1}, {-3, 0.25, 2}};
  private static final double[][] TARGETS = {{1, -2}, {-1, 3}, {0.5, -4}};

  @TempDir private Path folder;

  static Stream<Dense> layers() {
    return Stream.of(
        dense(2).l1(0.1).l2(0.2).biasL1(0.3).biasL2(0.4),
        dense(2).weightDecay(0.5).biasWeightDecay(0.25),
        dense(2).weightDecay(0),
        dense(2).initializer(orthogonal()).biasInitializer(uniform(-1, 1)),
        dense(2).initializer(truncatedNormal(1)).maxNorm(0.5),
        dense(2).unitNorm(),
        dense(2).minMaxNorm(0.5, 0.75),
        dense(2).nonNegative(),
        dense(2).dropConnect(0.5),
        dense(2).noBias().dropConnect(0.5).maxNorm(0.5).weightDecay(0.1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void whatIsLoadedIsTheSameModel(Dense layer) {
    Model model = trained(layer);

    Model loaded = Model.load(saved(model));

    assertThat(loaded.network()).isEqualTo(model.network());
    assertThat(loaded.weights()).isEqualTo(model.weights());
    assertThat(loaded.predict(ROWS)).isDeepEqualTo(model.predict(ROWS));
    assertThat(loaded.unwrap().getConfiguration()).isEqualTo(model.unwrap().getConfiguration());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void plainDl4jReadsItAndTrainsOnInTheSameBits(Dense layer) throws IOException {
    Model model = trained(layer);
    ComputationGraph own = model.unwrap();
    ComputationGraph plain = restored(saved(model));
    double[] before = plain.params().toDoubleVector();

    fit(own);
    fit(plain);

    assertThat(plain.params().toDoubleVector())
        .containsExactly(own.params().toDoubleVector())
        .isNotEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void plainDl4jEnforcesItsConstraints(Dense layer) throws IOException {
    ComputationGraph plain = restored(saved(trained(layer.unitNorm())));

    fit(plain);

    double[] norms = plain.getLayer("it").getParam("W").norm2(0).toDoubleVector();
    assertThat(norms).containsExactly(new double[] {1, 1}, within(1e-12));
  }

  private static Model trained(Dense layer) {
    Network network = sequential(input(3), layer.named("it"));
    TrainingPlan plan =
        training(meanSquaredError(), adamW(0.1)).epochs(3).precision(Precision.FLOAT64).seed(4);
    return Trainer.create().train(network, plan, Dataset.of(ROWS, TARGETS)).model();
  }

  private Path saved(Model model) {
    Path file = folder.resolve("model.lamina");
    model.save(file);
    return file;
  }

  private static ComputationGraph restored(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream network = zip.getInputStream(zip.getEntry("network.zip"))) {
      return ModelSerializer.restoreComputationGraph(network, true);
    }
  }

  /** Two updates, with the same masks each time. */
  private static void fit(ComputationGraph graph) {
    Nd4j.getRandom().setSeed(9);
    INDArray[] features = {Nd4j.createFromArray(ROWS)};
    INDArray[] targets = {Nd4j.createFromArray(TARGETS)};
    graph.fit(features, targets);
    graph.fit(features, targets);
  }
}
