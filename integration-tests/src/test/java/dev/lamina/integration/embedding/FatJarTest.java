package dev.lamina.integration.embedding;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in one jar, with Lamina, DL4J, the backend and its native code inside. */
class FatJarTest {

  /** Half a gigabyte less to pack: the other native code is enough, and so is its order. */
  private static final String FASTER_NATIVE_CODE =
      "nd4j-native-.*-(avx2|avx512)\\.jar|(nd4j-cuda|cuda)-.*";

  private static final double[][] POINTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  @Test
  void itTrainsSavesLoadsAndPredicts(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path jar = folder.resolve("application.jar");
    FatJar.write(jar, Application.class, FASTER_NATIVE_CODE);

    List<String> lines = run(jar, folder);

    assertThat(lines).hasSize(3).element(0).isEqualTo(jar.toString());
    assertThat(lines.get(1)).startsWith("0x").isEqualTo(lines.get(2));
  }

  private static List<String> run(Path jar, Path folder) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
                "-jar",
                jar.toString(),
                folder.resolve("trained.lamina").toString())
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    return Files.readAllLines(output);
  }

  /** What the jar starts with. */
  static final class Application {

    private static final Network NETWORK =
        sequential(input(2), dense(8), batchNorm(), dropout(0.1), dense(1).sigmoid());
    private static final TrainingPlan PLAN =
        training(binaryCrossEntropy(), adam(0.05)).epochs(20).batchSize(2).seed(3);

    private Application() {}

    public static void main(String[] arguments) {
      System.out.println(System.getProperty("java.class.path"));
      Dataset data = Dataset.of(POINTS, new double[] {0, 1, 1, 0});
      Model trained = Trainer.create().train(NETWORK, PLAN, data).model();
      System.out.println(outputs(trained));
      Path file = Path.of(arguments[0]);
      trained.save(file);
      System.out.println(outputs(Model.load(file)));
    }

    private static String outputs(Model model) {
      try (Predictor<double[]> predictor = model.predictor()) {
        return Stream.of(POINTS)
            .map(point -> Double.toHexString(predictor.predict(point).value()))
            .collect(Collectors.joining(" "));
      }
    }
  }
}
