package dev.lamina.integration.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.inference.PlainModel;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was trained here predicts in a program that has the two small jars only. */
class PlainModelWithoutDl4jTest {

  private static final int INPUTS = 24;

  private static final Network NETWORK =
      sequential(
          input(INPUTS),
          dense(40),
          batchNorm(),
          relu(),
          dropout(0.2),
          dense(30).gelu(),
          dense(20).mish(),
          dense(10).elu(),
          dense(4).softmax(2));

  private static final TrainingPlan PLAN =
      training(categoricalCrossEntropy(), adam(0.01)).epochs(3).batchSize(16).seed(5);

  @TempDir private Path folder;

  /** Interpreted, compiled for vectors, and compiled for a processor without wide ones. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-Xcomp", "-XX:UseAVX=0"})
  void itPredictsTheSameBits(String option)
      throws IOException, InterruptedException, URISyntaxException {
    Path file = folder.resolve("trained.plain");
    PlainModel model = Trainer.create().train(NETWORK, PLAN, data()).model().plain();
    model.save(file);

    List<String> lines = runChild(option, file);

    assertThat(lines).containsExactly("no DL4J", bits(model));
  }

  private static List<String> runChild(String option, Path file)
      throws IOException, InterruptedException, URISyntaxException {
    Path output = file.resolveSibling("output.txt");
    String classPath = String.join(File.pathSeparator, places());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                option,
                "-cp",
                classPath,
                LoadAndPredict.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> text(output)).isZero();
    return Files.readAllLines(output);
  }

  /** Where the descriptions, the plain models and this test are; nothing else. */
  private static List<String> places() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> each : List.of(Network.class, PlainModel.class, LoadAndPredict.class)) {
      places.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return places;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      return exception.toString();
    }
  }

  private static Dataset data() {
    SplittableRandom random = new SplittableRandom(5);
    double[][] features = new double[64][];
    double[][] targets = new double[64][4];
    for (int row = 0; row < features.length; row++) {
      features[row] = random.doubles(INPUTS, -1, 1).toArray();
      targets[row][random.nextInt(4)] = 1;
    }
    return Dataset.of(features, targets);
  }

  /** The outputs for some rows, as bits. */
  private static String bits(PlainModel model) {
    SplittableRandom random = new SplittableRandom(6);
    double[][] rows =
        Stream.generate(() -> random.doubles(INPUTS, -3, 3).toArray())
            .limit(40)
            .toArray(double[][]::new);
    return Stream.concat(Arrays.stream(model.predict(rows)), Stream.of(model.predict(rows[7])))
        .flatMapToDouble(Arrays::stream)
        .mapToObj(Double::toHexString)
        .collect(Collectors.joining(" "));
  }

  /** What the child runs. */
  static final class LoadAndPredict {

    private LoadAndPredict() {}

    public static void main(String[] arguments) {
      System.out.println(hasDl4j() ? "DL4J" : "no DL4J");
      System.out.println(bits(PlainModel.load(Path.of(arguments[0]))));
    }

    private static boolean hasDl4j() {
      try {
        return Class.forName("org.nd4j.linalg.factory.Nd4j") != null;
      } catch (ClassNotFoundException exception) {
        return false;
      }
    }
  }
}
