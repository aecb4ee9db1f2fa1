package dev.lamina.training;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains is killed again and again, and the weights are those of one that is not.
 */
class KilledTrainingTest {

  private static final int LONGEST_MILLISECONDS = 150;

  private static final Network NETWORK =
      sequential(input(2), dense(4).relu(), batchNorm(), dropout(0.2), dense(1));

  @TempDir private Path folder;

  @Test
  @Timeout(300)
  void threeKillsChangeNoBit() throws IOException, InterruptedException {
    killedSoOften(3, Run.ofShortEpochs(3));
  }

  @Test
  @Timeout(300)
  void threeKillsWithinEpochsChangeNoBit() throws IOException, InterruptedException {
    killedSoOften(3, Run.ofLongEpochs(3));
  }

  @Test
  @Tag("soak")
  void fiftyKillsChangeNoBit() throws IOException, InterruptedException {
    killedSoOften(50, Run.ofShortEpochs(50));
  }

  @Test
  @Tag("soak")
  void fiftyKillsWithinEpochsChangeNoBit() throws IOException, InterruptedException {
    killedSoOften(50, Run.ofLongEpochs(50));
  }

  /**
   * How long the training is that is killed so often.
   *
   * @param epochs how many epochs it has
   * @param samples how many samples each has, 8 in a mini-batch
   * @param updates after how many updates there is a checkpoint within an epoch
   */
  private record Run(int epochs, int samples, int updates) {

    static Run ofShortEpochs(int kills) {
      return new Run(300 + 30 * kills, 30, Integer.MAX_VALUE);
    }

    static Run ofLongEpochs(int kills) {
      return new Run(6, 806 + 160 * kills, 3);
    }

    TrainingPlan plan() {
      return training(meanSquaredError(), adam(0.01))
          .epochs(epochs)
          .batchSize(8)
          .seed(5)
          .accumulateGradients(2)
          .averageWeights(0.9)
          .measure(rSquared())
          .validateEvery(7)
          .stopWhen(earlyStopping(validation(loss())).patience(epochs))
          .adjustRate(reduceOnPlateau(training(loss())).patience(20).factor(0.9));
    }

    Split data() {
      SplittableRandom random = new SplittableRandom(3);
      double[][] features = new double[samples + 10][];
      double[] targets = new double[samples + 10];
      for (int row = 0; row < features.length; row++) {
        features[row] = random.doubles(2, -1, 1).toArray();
        targets[row] = features[row][0] * features[row][1];
      }
      Dataset all = Dataset.of(features, targets);
      return Split.of(all.rows(0, samples), all.rows(samples, samples + 10));
    }
  }

  private void killedSoOften(int times, Run run) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(times);

    for (int kill = 0; kill < times; kill++) {
      Process process = start(run);
      boolean isOver = process.waitFor(random.nextInt(LONGEST_MILLISECONDS), TimeUnit.MILLISECONDS);
      assertThat(isOver).as("whether it ended before kill %d", kill).isFalse();
      assertThat(process.destroyForcibly().waitFor()).isNotZero();
    }
    assertThat(start(run).waitFor()).isZero();

    TrainingResult whole = Trainer.create().threads(1).train(NETWORK, run.plan(), run.data());
    assertThat(Model.load(result()).weights()).isEqualTo(whole.model().weights());
    assertThat(Files.readString(history())).isEqualTo(text(whole));
  }

  /** A process that has begun to train, or to go on. */
  private Process start(Run run) throws IOException {
    Process process =
        ChildJvm.start(
            Program.class,
            folder.toString(),
            Integer.toString(run.epochs()),
            Integer.toString(run.samples()),
            Integer.toString(run.updates()));
    BufferedReader output = process.inputReader(UTF_8);
    assertThat(output.readLine()).isEqualTo("training");
    return process;
  }

  private Path result() {
    return folder.resolve("result.lamina");
  }

  private Path history() {
    return folder.resolve("history.txt");
  }

  /** All that was measured but for the seconds, which differ. */
  private static String text(TrainingResult result) {
    StringBuilder text = new StringBuilder();
    result
        .history()
        .epochs()
        .forEach(epoch -> text.append(epoch.values()).append(epoch.learningRate()).append('\n'));
    result
        .history()
        .validations()
        .forEach(each -> text.append(each.update()).append(each.values()).append('\n'));
    return text.toString();
  }

  /** What the child runs: it trains, or goes on where there is something to go on from. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      Path checkpoints = folder.resolve("checkpoints");
      Run run =
          new Run(
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              Integer.parseInt(arguments[3]));
      Trainer trainer = Trainer.create().threads(1).listener(new Announcing());
      boolean isNew = isEmpty(checkpoints);
      TrainingResult result =
          isNew
              ? trainer
                  .checkpoints(Checkpoints.in(checkpoints).everyUpdates(run.updates()))
                  .train(NETWORK, run.plan(), run.data())
              : trainer.resume(checkpoints, run.data());
      result.model().save(folder.resolve("result.lamina"));
      Files.writeString(folder.resolve("history.txt"), text(result));
    }

    private static boolean isEmpty(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        return true;
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.noneMatch(file -> file.toString().endsWith(".lamina"));
      }
    }
  }

  /** Says when training begins. */
  private static final class Announcing implements TrainingListener {

    @Override
    public void trainingStarted(Start start) {
      System.out.println("training");
    }
  }
}
