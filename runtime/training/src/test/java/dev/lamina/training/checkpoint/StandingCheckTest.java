package dev.lamina.training.checkpoint;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.training.Refusal.messageOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.Xor;
import dev.lamina.training.model.ModelFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that somebody changed on purpose, with a manifest that was written for them. */
class StandingCheckTest {

  private static final String STATE = "training-state.json";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void train() {
    TrainingPlan plan =
        Xor.plan()
            .epochs(1)
            .stopWhen(earlyStopping(training(loss())).patience(7))
            .adjustRate(reduceOnPlateau(training(loss())));
    file = folder.resolve("epoch-000001.lamina");
    int epochs =
        Trainer.create()
            .checkpoints(Checkpoints.in(folder))
            .train(Xor.network(), plan, Xor.data())
            .history()
            .size();
    assertThat(epochs).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "steps, -1, it has seen -1 mini-batches.",
    "threads, 0, it has 0 threads.",
    "seconds, -2, it took -2.0 seconds."
  })
  void countsMustBePossible(String count, String value, String finding) {
    change("\"" + count + "\": [0-9.E-]+", "\"" + count + "\": " + value);

    assertThat(refusal()).contains("its `" + STATE + "` is not valid: " + finding);
  }

  @Test
  void rulesMustBeThoseOfThePlan() {
    change("\"patience\": 7", "\"patience\": 8");
    assertThat(refusal()).contains("is not valid: its rules are not those of the plan.");

    change("(?s)\"rules\": \\[.*?\\],\n  \"plateau\"", "\"rules\": [],\n  \"plateau\"");
    assertThat(refusal()).contains("is not valid: its rules are not those of the plan.");
  }

  private void change(String part, String other) {
    ModelFile.Contents contents = ModelFile.read(file);
    Map<String, byte[]> more = new LinkedHashMap<>(contents.more());
    String state = new String(more.get(STATE), UTF_8);
    String changed = state.replaceFirst(part, other);
    assertThat(changed).isNotEqualTo(state);
    more.put(STATE, changed.getBytes(UTF_8));
    ModelFile.write(contents.model(), more, file);
  }

  private String refusal() {
    return messageOf(() -> Trainer.create().resume(folder, Xor.data()));
  }
}
