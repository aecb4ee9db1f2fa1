package dev.lamina.training.listener;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergedReportTest {

  private static final Dataset SAMPLES =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 2});
  private static final Split DATA = Split.of(SAMPLES, SAMPLES);

  @TempDir private Path folder;

  @Test
  void aTrainingThatDivergedIsReportedWithoutPredictions() throws IOException {
    Path file = folder.resolve("report.html");
    Network linear = sequential(input(2), dense(4), dense(4), dense(3).softmax());
    TrainingPlan diverging =
        training(sparseCategoricalCrossEntropy(), sgd(1e30)).epochs(4).batchSize(2).seed(42);

    TrainingResult result =
        Trainer.create().listener(TrainingReport.to(file)).train(linear, diverging, DATA);

    assertThat(result.stopReason()).isInstanceOf(StopReason.Diverged.class);
    assertThat(ReportPage.read(file).text("header")).contains("failed").contains("Diverged");
    assertThat(Files.readString(file)).doesNotContain("id=\"counts\"");
    assertThat(TrainingReport.of(result).validation(DATA.training()).html())
        .doesNotContain("id=\"counts\"");
  }
}
