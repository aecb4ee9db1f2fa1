package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand files that are not what was written: each is refused with a message that names it, or
 * loads with the weights that were written, where the change means nothing.
 */
class MutatedModelFileTest {

  private static final int MUTATIONS = 1000;

  /** A hundred times what reading the whole file takes, in bytes. */
  private static final long MOST_ALLOCATED = 64L << 20;

  private static final Network NETWORK =
      sequential(input(2), dense(2).tanh(), batchNorm(), dense(1));

  private static final TrainingPlan PLAN =
      training(meanSquaredError(), adam(0.1)).epochs(2).batchSize(2);

  @TempDir private static Path folder;

  private static Path file;
  private static byte[] model;
  private static byte[] checkpoint;
  private static byte[] older;
  private static Map<Character, Weights> written;

  @BeforeAll
  static void writeThem() throws IOException {
    Path checkpoints = folder.resolve("checkpoints");
    Dataset data = Dataset.of(new double[][] {{0, 1}, {1, 0}, {1, 1}, {0, 0}}, new double[4]);
    file = folder.resolve("mutated.lamina");
    Model trained =
        Trainer.create()
            .checkpoints(Checkpoints.in(checkpoints))
            .train(NETWORK, PLAN, data)
            .model();
    trained.save(file);
    model = Files.readAllBytes(file);
    checkpoint = Files.readAllBytes(checkpoints.resolve("epoch-000002.lamina"));
    try (InputStream stream = MutatedModelFileTest.class.getResourceAsStream("format-1.lamina")) {
      older = stream.readAllBytes();
    }
    Files.write(file, older);
    written =
        Map.of('m', trained.weights(), 'c', trained.weights(), 'o', Model.load(file).weights());
  }

  @Test
  void eachIsRefusedByNameOrLoadsTheSameWeights() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    Map<String, Integer> refused = new LinkedHashMap<>();
    int loaded = 0;

    for (int number = 0; number < MUTATIONS; number++) {
      char kind = "mmmcco".charAt(number % 6);
      Mutation mutation = Mutation.of(kind == 'o', random);
      Files.write(file, mutation.of(bytes(kind), random));
      String refusal = refusal(mutation + " " + number, written.get(kind));
      loaded += refusal.isEmpty() ? 1 : 0;
      refused.merge(mutation.name(), refusal.isEmpty() ? 0 : 1, Integer::sum);
    }

    assertThat(refused).hasSize(Mutation.values().length).doesNotContainValue(0);
    assertThat(loaded).isLessThan(MUTATIONS / 10);
  }

  private static byte[] bytes(char kind) {
    return switch (kind) {
      case 'm' -> model;
      case 'c' -> checkpoint;
      default -> older;
    };
  }

  /** The message of the refusal; none if the weights are those that were written. */
  private static String refusal(String mutation, Weights expected) {
    long before = allocated();
    try {
      Weights weights = Model.load(file).weights();
      assertThat(weights).as(mutation).isEqualTo(expected);
      return "";
    } catch (ModelFileException exception) {
      assertThat(exception.getMessage())
          .as(mutation)
          .startsWith("Model file `" + file + "` ")
          .contains("Fix: ");
      return exception.getMessage();
    } finally {
      assertThat(allocated() - before).as(mutation).isLessThan(MOST_ALLOCATED);
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
