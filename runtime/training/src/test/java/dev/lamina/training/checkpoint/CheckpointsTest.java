package dev.lamina.training.checkpoint;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckpointsTest {

  private final Checkpoints checkpoints = Checkpoints.in(Path.of("runs"));

  @Test
  void theyPrintAsTheCodeThatMakesThem() {
    assertThat(checkpoints).hasToString("Checkpoints.in(Path.of(\"runs\"))");
    assertThat(checkpoints.every(5).keepLast(2).keepBest(1, validation(loss())))
        .hasToString(
            "Checkpoints.in(Path.of(\"runs\")).every(5).keepLast(2)"
                + ".keepBest(1, validation(loss()))");
  }

  @Test
  void updatesWithinAnEpochAreShown() {
    assertThat(Checkpoints.in(Path.of("runs")).everyUpdates(500).keepLast(5))
        .hasToString("Checkpoints.in(Path.of(\"runs\")).everyUpdates(500).keepLast(5)");
  }

  @Test
  void numbersMustBePositive() {
    assertThat(messageOf(() -> checkpoints.everyUpdates(0)))
        .isEqualTo(
            """
            `everyUpdates(0)` is not valid: 1 problem.
              1. `updates` must be a whole number of at least 1 but is 0.
                 Fix: give the distance in updates, such as 500.""");
    assertThat(messageOf(() -> checkpoints.every(0)))
        .isEqualTo(
            """
            `every(0)` is not valid: 1 problem.
              1. `epochs` must be a whole number of at least 1 but is 0.
                 Fix: give the distance in epochs, such as 5.""");
    assertThat(messageOf(() -> checkpoints.keepLast(0)))
        .contains("`count` must be a whole number of at least 1 but is 0.");
    assertThat(messageOf(() -> checkpoints.keepBest(0, validation(loss()))))
        .contains("`count` must be a whole number of at least 1 but is 0.");
  }

  @Test
  void aFolderIsRequired() {
    assertThat(messageOf(() -> Checkpoints.in(null)))
        .isEqualTo(
            """
            `Checkpoints.in(null)` is not valid: 1 problem.
              1. `folder` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
