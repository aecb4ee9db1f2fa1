package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationCsvTest {

  private static final Split DATA = Split.of(Xor.data(), Xor.data());

  /** Two updates an epoch. */
  private static final TrainingPlan PLAN = Xor.plan().epochs(3).validateEvery(3);

  @TempDir private Path folder;

  @Test
  void aValidationIsARow() throws IOException {
    Path file = folder.resolve("validations.csv");

    TrainingResult result =
        Trainer.create().listener(ValidationCsv.to(file)).train(Xor.network(), PLAN, DATA);

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "update,epochs,val_loss,val_accuracy",
            row("3,1.5", result.history().validations().get(0)),
            row("6,3.0", result.history().validations().get(1)));
  }

  @Test
  void aResumedTrainingGoesOnInTheTable() throws IOException {
    Path whole = folder.resolve("whole.csv");
    Path broken = folder.resolve("broken.csv");
    Path checkpoints = folder.resolve("checkpoints");
    TrainingPlan often = PLAN.validateEvery(1);
    Trainer failing =
        Trainer.create()
            .checkpoints(Checkpoints.in(checkpoints))
            .listener(ValidationCsv.to(broken))
            .onValidation(ValidationCsvTest::refuseTheThird);
    assertThatThrownBy(() -> failing.train(Xor.network(), often, DATA))
        .isInstanceOf(TrainingListenerException.class);

    TrainingResult resumed =
        Trainer.create().listener(ValidationCsv.to(broken).append()).resume(checkpoints, DATA);
    TrainingResult uninterrupted =
        Trainer.create().listener(ValidationCsv.to(whole)).train(Xor.network(), often, DATA);

    assertThat(resumed.history().validations())
        .isEqualTo(uninterrupted.history().validations())
        .hasSize(6);
    assertThat(Files.readString(broken)).isEqualTo(Files.readString(whole)).hasLineCount(7);
  }

  @Test
  void itIsShownAsItIsWritten() {
    Path file = Path.of("validations.csv");

    assertThat(List.of(ValidationCsv.to(file), ValidationCsv.to(file).append()))
        .extracting(ValidationCsv::toString)
        .containsExactly(
            HistoryCsv.to(file).toString().replace("History", "Validation"),
            HistoryCsv.to(file).append().toString().replace("History", "Validation"));
  }

  private static void refuseTheThird(Validation validation) {
    if (validation.update() == 3) {
      throw new IllegalStateException("full");
    }
  }

  private static String row(String start, Validation validation) {
    return start
        + ","
        + validation.value(validation(loss()))
        + ","
        + validation.value(validation(accuracy()));
  }
}
