package dev.lamina.training.checkpoint;

import static dev.lamina.training.data.Normalizers.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data may be given as it was before it was normalized, where the training knows how. */
class ResumeNormalizedTest {

  private static final TrainingPlan PLAN = Xor.plan().epochs(4);
  private static final Dataset RAW = Xor.data().labels("same", "other");

  @TempDir private Path folder;

  @Test
  void aTrainingOfNormalizedData() {
    Split normalized = Split.of(RAW).normalized(standard());
    assertThatThrownBy(() -> writing().train(Xor.network(), PLAN, normalized))
        .isInstanceOf(TrainingListenerException.class);

    Model resumed = Trainer.create().resume(folder, RAW).model();

    Model whole = Trainer.create().train(Xor.network(), PLAN, normalized).model();
    assertThat(resumed.weights()).isEqualTo(whole.weights());
    assertThat(resumed.preprocessing()).isEqualTo(normalized.training().preprocessing());
  }

  @Test
  void aTrainingThatWentOnFromAModel() {
    Split normalized = Split.of(RAW).normalized(standard());
    Model start = Trainer.create().train(Xor.network(), PLAN, normalized).model();
    assertThatThrownBy(() -> writing().train(start, PLAN, RAW))
        .isInstanceOf(TrainingListenerException.class);

    TrainingResult resumed = Trainer.create().resume(folder, RAW);

    Model whole = Trainer.create().train(start, PLAN, normalized).model();
    assertThat(resumed.model().weights()).isEqualTo(whole.weights());
  }

  /** Writes checkpoints, and breaks off in the third epoch. */
  private Trainer writing() {
    TrainingListener breaking =
        new TrainingListener() {
          @Override
          public void epochEnded(Epoch epoch) {
            if (epoch.number() == 3) {
              throw new IllegalStateException("broken off");
            }
          }
        };
    return Trainer.create().checkpoints(Checkpoints.in(folder)).listener(breaking);
  }
}
