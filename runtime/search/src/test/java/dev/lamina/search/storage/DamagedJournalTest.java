package dev.lamina.search.storage;

import static dev.lamina.search.storage.StorageContract.START;
import static dev.lamina.search.storage.StorageContract.STUDY;
import static dev.lamina.search.storage.StorageContract.claimed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal does that a failing machine, or another program, left unfinished or broken. */
class DamagedJournalTest {

  @TempDir private Path folder;

  @Test
  void whereverTheFileWasCutTheWholeLinesBeforeCount() throws IOException {
    byte[] whole = journalOfThreeTrials();

    List<List<TrialRecord>> seen = new ArrayList<>();
    for (int length = 0; length <= whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      seen.add(trialsAfterOneMoreClaim());
      assertThat(Files.readString(file())).endsWith("}\n").doesNotContain("}{", "\n\n");
    }

    assertThat(seen.get(0)).hasSize(1);
    for (int cut = 1; cut < seen.size(); cut++) {
      assertThat(seen.get(cut)).hasSizeGreaterThanOrEqualTo(seen.get(cut - 1).size());
    }
    assertThat(seen.get(seen.size() - 1)).hasSize(4);
  }

  @Test
  void aTrialWhoseLastLineIsMissingStillRuns() throws IOException {
    byte[] whole = journalOfThreeTrials();
    Files.write(file(), Arrays.copyOf(whole, whole.length - 2));

    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      assertThat(store.trials())
          .extracting(TrialRecord::state)
          .containsExactly(TrialState.COMPLETE, TrialState.COMPLETE, TrialState.RUNNING);
    }
  }

  @Test
  void aWholeLastLineThatIsNoJsonIsCutOff() throws IOException {
    byte[] whole = journalOfThreeTrials();
    Files.write(file(), new byte[] {0, 0, 0, '\n'}, StandardOpenOption.APPEND);

    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      assertThat(store.trials()).hasSize(3);
      assertThat(claimed(store, 3).number()).isEqualTo(3);
    }

    assertThat(Files.readString(file())).startsWith(new String(whole, UTF_8)).doesNotContain("\0");
  }

  @Test
  void aBrokenLineInTheMiddleIsRefused() throws IOException {
    List<String> lines =
        new ArrayList<>(new String(journalOfThreeTrials(), UTF_8).lines().toList());
    lines.set(2, "{\"op_code\": 4, \"worker");
    Files.write(file(), lines);

    assertThatThrownBy(() -> Storages.journal(file()).open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Journal `" + file() + "` is not valid: 1 problem.",
                "  1. Line 3 must be an entry of an Optuna journal but is"
                    + " `{\"op_code\": 4, \"worker`.",
                "     Fix: take a copy of the file from before it was damaged, or begin a new"
                    + " file."));
  }

  @Test
  void aFileOfSomethingElseIsRefusedAndStaysAsItIs() throws IOException {
    Files.writeString(file(), "epoch,loss\n1,0.5\n2,0.25\n");

    assertThatThrownBy(() -> Storages.journal(file()).open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("Line 1 must be an entry of an Optuna journal but is `epoch,loss`.");

    assertThat(Files.readString(file())).isEqualTo("epoch,loss\n1,0.5\n2,0.25\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.claims");
  }

  /** It might be taken for the first line of a journal that nobody had the time to finish. */
  @ParameterizedTest
  @ValueSource(strings = {"hello\n", "my notes", "{\"a\":1}", "[1,2,3]\n", "PK\u0003\u0004"})
  void aFileOfOneLineOfSomethingElseStaysAsItIsToo(String text) throws IOException {
    Files.writeString(file(), text);

    assertThatThrownBy(() -> Storages.journal(file()).open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("Line 1 must be an entry of an Optuna journal but is `");

    assertThat(Files.readString(file())).isEqualTo(text);
  }

  @Test
  void anOperationThatIsNotKnownIsRefused() throws IOException {
    Files.writeString(file(), "{\"op_code\": 10, \"worker_id\": \"other\"}\n");

    assertThatThrownBy(() -> Storages.journal(file()).open(STUDY))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("Line 1 must be an entry of an Optuna journal but is `{\"op_code\":");
  }

  @Test
  void aStudyThatWasDeletedMeanwhileIsMissed() throws IOException {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      append("{\"op_code\": 1, \"worker_id\": \"other\", \"study_id\": 0}\n");

      assertThatThrownBy(store::trials)
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessageContaining(
              "It must be there while it is searched, but somebody has deleted it.");
    }
  }

  @Test
  void aFileThatBecameShorterIsNoticed() throws IOException {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      Files.write(file(), new byte[0]);

      assertThatThrownBy(store::trials)
          .isInstanceOf(StorageException.class)
          .hasMessageMatching(
              "Journal `.*study\\.log` cannot be read: .*: it has 0 bytes, fewer than the \\d+ read"
                  + "\\.\\R  Fix: see to it that .*");
    }
  }

  /** What is written to it then is gone when the process ends. */
  @Test
  void aFileThatWasDeletedIsMissed() throws IOException {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      TrialRecord begun = claimed(store, 0);
      Files.delete(file());

      assertThatThrownBy(() -> store.update(begun.reported(1, 0.5)))
          .isInstanceOf(StorageException.class)
          .hasMessageMatching(
              "Journal `.*study\\.log` cannot be read: .*: it was deleted, or another file is in"
                  + " its place\\.\\R  Fix: see to it that .*");
    }
  }

  @Test
  void aFileInWhosePlaceAnotherOneWasPutIsMissed() throws IOException {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      Path copy = Files.copy(file(), folder.resolve("copy.log"));
      Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);

      assertThatThrownBy(store::trials)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("another file is in its place");
    }
  }

  @Test
  void aFileThatCannotBeMadeIsNamedWithWhatIsInItsWay() throws IOException {
    Files.createFile(file());
    Path below = file().resolve("study.log");

    assertThatThrownBy(() -> Storages.journal(below).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Journal `"
                    + below
                    + "` must be in a folder but is in `"
                    + file()
                    + "`, which is a file.",
                "  Fix: choose another folder, or move that file away."));
  }

  @Test
  void aClosedStudyWritesNothing() {
    StudyStore store = Storages.journal(file()).open(STUDY);
    store.close();

    assertThatThrownBy(() -> claimed(store, 0))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Journal `" + file() + "` cannot be locked: ")
        .hasMessageEndingWith("  Fix: use a study before it is closed.");
  }

  @Test
  void aFolderIsNoJournal() {
    assertThatThrownBy(() -> Storages.journal(folder).open(STUDY))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Journal `" + folder + "` must be a file but is a folder.",
                "  Fix: give a file in it, such as `" + file() + "`."));
  }

  @Test
  void theFolderAboveAllOthersIsNoJournal() {
    Path root = folder.toAbsolutePath().getRoot();

    assertThatThrownBy(() -> Storages.journal(root).open(STUDY))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Journal `" + root + "` must be a file but is a folder.");
  }

  @Test
  void aThreadThatIsInterruptedWritesNonetheless() {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      Thread.currentThread().interrupt();

      TrialRecord trial = claimed(store, 0);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.update(trial.reported(1, 0.5))).isTrue();
      assertThat(store.trials()).containsExactly(trial.reported(1, 0.5));
    }
  }

  private byte[] journalOfThreeTrials() throws IOException {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      for (int number = 0; number < 3; number++) {
        TrialRecord done = claimed(store, number).reported(1, 0.5);
        assertThat(store.update(done.ended(Outcome.complete(), List.of(0.5), START))).isTrue();
      }
    }
    return Files.readAllBytes(file());
  }

  private List<TrialRecord> trialsAfterOneMoreClaim() {
    try (StudyStore store = Storages.journal(file()).open(STUDY)) {
      assertThat(claimed(store, 0).state()).isEqualTo(TrialState.RUNNING);
      return store.trials();
    }
  }

  private void append(String line) throws IOException {
    Files.writeString(file(), line, StandardOpenOption.APPEND);
  }

  private Path file() {
    return folder.resolve("study.log");
  }
}
