package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.history.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastRunTest {

  private static final Network NETWORK = sequential(input(4), dense(8).relu(), dense(3).softmax());
  private static final TrainingPlan PLAN =
      training(sparseCategoricalCrossEntropy(), adam())
          .epochs(500)
          .batchSize(16)
          .measure(accuracy())
          .stopWhen(earlyStopping(validation(loss())).patience(5));

  @Test
  void oneMiniBatchGoesThroughEverything() {
    List<String> heard = new ArrayList<>();

    TrainingResult result =
        Trainer.create().listener(listening(heard)).fastRun(NETWORK, PLAN, iris());

    assertThat(heard).containsExactly("1 batches", "epoch 1", "batch 1", "epoch done", "done");
    assertThat(result.history().size()).isEqualTo(1);
    assertThat(result.history().epochs().get(0).value(validation(accuracy()))).isBetween(0.0, 1.0);
    assertThat(result.stopReason()).isEqualTo(new StopReason.EpochsDone(1));
  }

  @Test
  void aListenerThatFailsIsFound() {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void epochEnded(Epoch epoch) {
            throw new IllegalStateException("no room on the disk");
          }
        };

    assertThatThrownBy(() -> Trainer.create().listener(failing).fastRun(NETWORK, PLAN, iris()))
        .hasStackTraceContaining("no room on the disk");
  }

  @Test
  void noCheckpointIsWritten(@TempDir Path folder) {
    Path checkpoints = folder.resolve("checkpoints");
    Trainer trainer = Trainer.create().checkpoints(Checkpoints.in(checkpoints));

    TrainingResult result = trainer.fastRun(NETWORK, PLAN, iris());

    assertThat(result.history().size()).isEqualTo(1);
    assertThat(checkpoints).doesNotExist();
  }

  @Test
  void allOfTheDataIsChecked() {
    double[][] features = new double[40][4];
    int[] classes = new int[40];
    classes[39] = 3;

    String message =
        messageOf(
            () ->
                Trainer.create()
                    .fastRun(
                        NETWORK,
                        PLAN,
                        Split.of(Dataset.of(features, classes), NamedDatasets.iris())));

    assertThat(message).contains("row 39, target column 0 (both counted from 0) is 3");
  }

  private static TrainingListener listening(List<String> heard) {
    return new TrainingListener() {
      @Override
      public void trainingStarted(Start start) {
        heard.add(start.batches().orElseThrow() + " batches");
      }

      @Override
      public void epochStarted(int number) {
        heard.add("epoch " + number);
      }

      @Override
      public void batchEnded(BatchEnd end) {
        heard.add("batch " + end.batch());
      }

      @Override
      public void epochEnded(Epoch epoch) {
        heard.add("epoch done");
      }

      @Override
      public void trainingEnded(TrainingResult result) {
        heard.add("done");
      }
    };
  }

  private static Split iris() {
    return Split.of(NamedDatasets.iris(), NamedDatasets.iris().rows(0, 40));
  }
}
