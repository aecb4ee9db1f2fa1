package dev.lamina.training.checkpoint;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

  @TempDir private Path folder;

  @Test
  void theLastThreeAreKept() throws IOException {
    write(Checkpoints.in(folder), 5);

    assertThat(files())
        .containsExactly("epoch-000003.lamina", "epoch-000004.lamina", "epoch-000005.lamina");
  }

  @Test
  void oneIsWrittenEverySoManyEpochsAndAfterTheLast() throws IOException {
    write(Checkpoints.in(folder).every(3).keepLast(9), 7);

    assertThat(files())
        .containsExactly("epoch-000003.lamina", "epoch-000006.lamina", "epoch-000007.lamina");
  }

  @Test
  void theBestAreKeptBesides() throws IOException {
    TrainingResult result =
        train(Checkpoints.in(folder).keepLast(1).keepBest(2, training(loss())), 9);

    List<Integer> best =
        result.history().epochs().stream()
            .sorted(Comparator.comparingDouble(epoch -> epoch.value(training(loss()))))
            .limit(2)
            .map(Epoch::number)
            .toList();
    List<String> expected =
        Stream.concat(best.stream(), Stream.of(9))
            .distinct()
            .sorted()
            .map("epoch-%06d.lamina"::formatted)
            .toList();
    assertThat(files()).isEqualTo(expected);
  }

  @Test
  void theFolderIsMade() throws IOException {
    Path deep = folder.resolve("runs").resolve("xor");

    write(Checkpoints.in(deep), 1);

    assertThat(deep.resolve("epoch-000001.lamina")).exists();
  }

  @Test
  void aCheckpointIsAModelFile() {
    List<Weights> weights = new ArrayList<>();
    TrainingResult result = train(Checkpoints.in(folder), 4);

    for (int epoch = 2; epoch <= 4; epoch++) {
      Model model = Model.load(folder.resolve("epoch-00000" + epoch + ".lamina"));
      weights.add(model.weights());
    }

    assertThat(weights).doesNotHaveDuplicates();
    assertThat(weights.get(2)).isEqualTo(result.model().weights());
    assertThat(weights.get(0)).isEqualTo(Xor.trainedFor(2).weights());
  }

  @Test
  void aCheckpointSaysWhichDataItLearnedFrom() {
    write(Checkpoints.in(folder), 1);

    Model model = Model.load(folder.resolve("epoch-000001.lamina"));

    assertThat(model.provenance().training().map(Object::toString))
        .hasValue("4 samples of 2 features and 1 targets");
    assertThat(model.provenance().validation()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws IOException {
    Path left = folder.resolve(".0e2a9b51-5c1c-4b1a-9a56-0b6a3c1d2e3f.tmp");
    Files.write(left, new byte[] {1, 2, 3});

    write(Checkpoints.in(folder), 1);

    assertThat(files()).containsExactly("epoch-000001.lamina");
  }

  @Test
  void ofATornCheckpointTheOneBeforeIsUsed() throws IOException {
    Weights whole = train(Checkpoints.in(folder), 4).model().weights();
    Path newest = folder.resolve("epoch-000004.lamina");
    byte[] complete = Files.readAllBytes(newest);

    for (int part = 0; part < 20; part++) {
      Files.write(newest, Arrays.copyOf(complete, complete.length * part / 20));
      List<String> warnings = new ArrayList<>();

      Checkpoint found = CheckpointFolder.newest(folder, warnings::add);

      assertThat(found.file()).hasFileName("epoch-000003.lamina");
      assertThat(warnings)
          .singleElement()
          .asString()
          .startsWith("A checkpoint is passed over. Model file `" + newest + "` cannot be read: ");
    }
    assertThat(Trainer.create().resume(folder, Xor.data()).model().weights()).isEqualTo(whole);
    assertThat(Model.load(newest).weights()).isEqualTo(whole);
  }

  @Test
  void ofADamagedCheckpointTheOneBeforeIsUsed() throws IOException {
    Weights whole = train(Checkpoints.in(folder), 4).model().weights();
    Random random = new Random(5);
    for (String name : List.of("epoch-000003.lamina", "epoch-000004.lamina")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      bytes[bytes.length / 2 + random.nextInt(100)] ^= 4;
      Files.write(folder.resolve(name), bytes);
    }

    TrainingResult resumed = Trainer.create().resume(folder, Xor.data());

    assertThat(resumed.model().weights()).isEqualTo(whole);
  }

  @Test
  void aListenerThatThrowsLeavesTheLastCheckpoint() throws IOException {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void epochEnded(Epoch epoch) {
            if (epoch.number() == 2) {
              throw new IllegalStateException("full");
            }
          }
        };
    Trainer trainer = Trainer.create().checkpoints(Checkpoints.in(folder)).listener(failing);

    assertThatThrownBy(() -> trainer.train(Xor.network(), Xor.plan().epochs(3), Xor.data()))
        .isInstanceOf(TrainingListenerException.class);

    assertThat(files()).containsExactly("epoch-000001.lamina");
    assertThat(CheckpointFolder.newest(folder).standing().history().size()).isEqualTo(1);
  }

  @Test
  void anEmptyFolderCannotBeResumed() {
    String message = messageOf(() -> Trainer.create().resume(folder, Xor.data()));

    assertThat(message)
        .isEqualTo(
            """
            `resume(folder, split)` is not valid: 1 problem.
              1. Folder `%s` holds no checkpoint.
                 Fix: train with `.checkpoints(Checkpoints.in(folder))` first."""
                .formatted(folder));
  }

  @Test
  void aFolderWithoutAWholeCheckpointCannotBeResumed() throws IOException {
    Path file = folder.resolve("epoch-000001.lamina");
    Files.writeString(file, "torn");

    String message = messageOf(() -> Trainer.create().resume(folder, Xor.data()));

    assertThat(message)
        .isEqualTo(
            """
            `resume(folder, split)` is not valid: 1 problem.
              1. Folder `%s` holds no checkpoint that is whole. Model file `%s` cannot be read: it is \
            not a complete zip file.
                   Fix: give a file that `Model.save` wrote, complete and unchanged.
                 Fix: train anew, in another folder."""
                .formatted(folder, file));
  }

  @Test
  void aModelThatIsNoCheckpointIsPassedOver() {
    Xor.trained().save(folder.resolve("epoch-000001.lamina"));

    String message = messageOf(() -> Trainer.create().resume(folder, Xor.data()));

    assertThat(message).contains("is no checkpoint: it has no entry `training-state.json`.");
  }

  @Test
  void otherDataIsRefused() {
    write(Checkpoints.in(folder), 1);
    Dataset otherNumbers = Dataset.of(Xor.features(), new int[] {1, 0, 0, 1});
    Dataset fewer = Xor.data().rows(0, 2);
    Path file = folder.resolve("epoch-000001.lamina");

    assertThat(messageOf(() -> Trainer.create().resume(folder, otherNumbers)))
        .isEqualTo(
            """
            Resuming `%s` is not valid: 1 problem.
              1. Training data must be that of the training, 4 samples of 2 features and 1 targets, \
            but is of other numbers, or in another order.
                 Fix: give the same samples in the same order."""
                .formatted(file));
    assertThat(messageOf(() -> Trainer.create().resume(folder, fewer)))
        .contains("but is 2 samples of 2 features and 1 targets.");
    assertThat(messageOf(() -> Trainer.create().resume(folder, Split.of(Xor.data(), fewer))))
        .contains("Validation data is given, but the training had none.");
  }

  @Test
  void aFolderOfAnotherTrainingIsNotWrittenTo() {
    write(Checkpoints.in(folder), 1);

    String message = messageOf(() -> train(Checkpoints.in(folder), 1));

    assertThat(message)
        .isEqualTo(
            """
            `Checkpoints.in(Path.of("%s"))` is not valid: 1 problem.
              1. Folder `%s` holds checkpoints of another training.
                 Fix: go on with that, `resume(folder, split)`, or choose another folder."""
                .formatted(folder, folder));
  }

  @Test
  void whatIsNotMeasuredCannotBeBest() {
    Checkpoints byError = Checkpoints.in(folder).keepBest(1, training(meanAbsoluteError()));
    Checkpoints byValidation = Checkpoints.in(folder).keepBest(1, validation(accuracy()));

    assertThat(messageOf(() -> train(byError, 1)))
        .contains(
            """
            `keepBest(1, training(meanAbsoluteError()))` watches a metric that is not measured.
                 Fix: add `.measure(meanAbsoluteError())` to the plan.""");
    assertThat(messageOf(() -> train(byValidation, 1)))
        .contains(
            "`keepBest(1, validation(accuracy()))` watches validation data but none is given.");
  }

  private static TrainingResult train(Checkpoints checkpoints, int epochs) {
    return Trainer.create()
        .checkpoints(checkpoints)
        .train(Xor.network(), Xor.plan().epochs(epochs), Xor.data());
  }

  private static void write(Checkpoints checkpoints, int epochs) {
    assertThat(train(checkpoints, epochs).history().size()).isEqualTo(epochs);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }
}
