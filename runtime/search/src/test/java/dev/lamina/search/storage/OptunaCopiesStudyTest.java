package dev.lamina.search.storage;

import static dev.lamina.search.storage.StorageContract.START;
import static dev.lamina.search.storage.StorageContract.STUDY;
import static dev.lamina.search.storage.StorageContract.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python copies a study into another file, as people do to keep it elsewhere. */
class OptunaCopiesStudyTest {

  private static final String COPY =
      """
      copy = optuna.storages.JournalStorage(optuna.storages.JournalFileStorage("%s"))
      optuna.copy_study(from_study_name="digits", from_storage=storage, to_storage=copy)
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void optunaIsInstalled() throws IOException, InterruptedException {
    assumeThat(Optuna.isInstalled()).as("whether Python has Optuna").isTrue();
  }

  @Test
  void theCopyHasTheSameTrialsWhichAreNotDoneAgain() throws IOException, InterruptedException {
    assertCopied(STUDY, List.of(0.25));
  }

  @Test
  void theCopyHasAllObjectivesToo() throws IOException, InterruptedException {
    List<Goal> goals = List.of(Goal.MINIMIZE, Goal.MAXIMIZE);

    assertCopied(
        new StudyRecord(STUDY.name(), STUDY.params(), goals, STUDY.settings()),
        List.of(0.25, -1e300));
  }

  private void assertCopied(StudyRecord study, List<Double> values)
      throws IOException, InterruptedException {
    Path original = folder.resolve("study.log");
    List<TrialRecord> trials;
    try (StudyStore store = Storages.journal(original).open(study)) {
      TrialRecord reported = claimed(store, 0).reported(1, Double.NaN).reported(12, 0.5);
      assertThat(store.update(reported.ended(Outcome.complete(), values, START))).isTrue();
      TrialRecord pruned = claimed(store, 1).reported(1, 0.5);
      Outcome early = new Outcome(Outcome.Kind.PRUNED, "at step 1");
      assertThat(store.update(pruned.ended(early, List.of(), START))).isTrue();
      Outcome full = new Outcome(Outcome.Kind.OUT_OF_MEMORY, "so");
      assertThat(store.update(claimed(store, 2).ended(full, List.of(), START))).isTrue();
      assertThat(store.update(claimed(store, 3).reported(1, 0.5))).isTrue();
      assertThat(store.update(claimed(store, 4).released())).isTrue();
      trials = store.trials();
    }

    Path copy = folder.resolve("copy.log");
    assertThat(Optuna.run(original, COPY.formatted(copy))).isEmpty();

    try (StudyStore store = Storages.journal(copy).open(study)) {
      assertThat(store.trials()).isEqualTo(trials);
    }
  }
}
