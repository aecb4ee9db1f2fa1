package dev.lamina.training;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * How much memory a process has that works for long, as the system counts it: the Java heap, which
 * is kept small here, and what is native.
 */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

  private static final List<String> SMALL_HEAP = List.of("-Xmx96m", "-XX:+UseSerialGC");

  /** What a heap that fills up, and compiled code, take at most after the first third. */
  private static final long NOTHING_TO_SPEAK_OF = 70;

  @Test
  void modelsThatAreDroppedAreFreed() throws IOException, InterruptedException {
    assertThat(growth("models", 60)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  @Test
  void epochsLeaveNothing() throws IOException, InterruptedException {
    assertThat(growth("epochs", 1_500)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  @Test
  void predictionsLeaveNothing() throws IOException, InterruptedException {
    assertThat(growth("predictions", 90_000)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  @Test
  @Tag("soak")
  void aThousandModelsThatAreDroppedAreFreed() throws IOException, InterruptedException {
    assertThat(growth("models", 1_000)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  @Test
  @Tag("soak")
  void tenThousandEpochsLeaveNothing() throws IOException, InterruptedException {
    assertThat(growth("epochs", 10_000)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  @Test
  @Tag("soak")
  void aMillionPredictionsLeaveNothing() throws IOException, InterruptedException {
    assertThat(growth("predictions", 1_000_000)).isLessThan(NOTHING_TO_SPEAK_OF);
  }

  /** By how many megabytes a process grows from the first third of so much work to its end. */
  private static long growth(String work, int times) throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.with(SMALL_HEAP, LongWork.class, work, Integer.toString(times));

    assertThat(child.exitCode()).as(child.errors()).isZero();
    List<Long> megabytes = child.output().lines().map(Long::valueOf).toList();
    assertThat(megabytes).hasSize(2).allMatch(each -> each > 50);
    return megabytes.get(1) - megabytes.get(0);
  }

  /**
   * What the children run; they print how large they are after a third of the work and in the end.
   */
  static final class LongWork {

    private static final int SAMPLES = 64;
    private static final Network SMALL =
        sequential(input(20), dense(8), batchNorm(), dense(1).sigmoid());

    /** A model has 9 MB of native memory. */
    private static final Network WIDE =
        sequential(input(20), dense(700).relu(), dense(700).relu(), dense(1).sigmoid());

    private LongWork() {}

    public static void main(String[] arguments) throws IOException {
      int times = Integer.parseInt(arguments[1]);
      switch (arguments[0]) {
        case "models" -> watched(times, LongWork::trainedAndDropped);
        case "epochs" -> epochs(times);
        default -> predictions(times);
      }
    }

    private static void trainedAndDropped(int seed) {
      Model unused = trained(WIDE, plan(1).seed(seed));
    }

    private static void epochs(int times) {
      TrainingListener watches =
          new TrainingListener() {
            @Override
            public void epochStarted(int number) {
              watch(number - 1, times);
            }
          };
      TrainingResult result =
          Trainer.create().listener(watches).train(SMALL, plan(times), Split.of(data(), data()));
      watch(result.history().epochs().size(), times);
    }

    private static void predictions(int times) {
      double[] row = new double[20];
      try (Predictor<double[]> predictor = trained(SMALL, plan(1)).predictor()) {
        watched(
            times,
            number -> {
              row[number % 20] = number;
              if (Double.isNaN(predictor.predict(row).value())) {
                throw new IllegalStateException("prediction " + number);
              }
            });
      }
    }

    private static void watched(int times, IntConsumer work) {
      for (int number = 0; number < times; number++) {
        watch(number, times);
        work.accept(number);
      }
      watch(times, times);
    }

    private static void watch(int done, int times) {
      if (done == times / 3 || done == times) {
        System.out.println(megabytes());
      }
    }

    private static long megabytes() {
      try {
        return Files.readString(Path.of("/proc/self/status"))
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .sum();
      } catch (IOException exception) {
        throw new IllegalStateException(exception);
      }
    }

    private static Model trained(Network network, TrainingPlan plan) {
      return Trainer.create().train(network, plan, data()).model();
    }

    private static TrainingPlan plan(int epochs) {
      return training(binaryCrossEntropy(), adam()).epochs(epochs).batchSize(SAMPLES / 2);
    }

    private static Dataset data() {
      double[][] rows = new double[SAMPLES][20];
      double[] targets = new double[SAMPLES];
      for (int row = 0; row < SAMPLES; row++) {
        for (int column = 0; column < 20; column++) {
          rows[row][column] = Math.sin(row * 21.0 + column);
        }
        targets[row] = row % 2;
      }
      return Dataset.of(rows, targets);
    }
  }
}
