package dev.lamina.training;

import static dev.lamina.training.Refusal.messageOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.ModelFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two trainings do not write to one folder at a time. */
@Timeout(120)
class LockedFolderTest {

  private static final TrainingPlan LONG = Xor.plan().epochs(Integer.MAX_VALUE);

  @TempDir private Path folder;

  @Test
  void anotherThreadIsRefused() {
    List<String> messages = new ArrayList<>();

    TrainingResult result =
        writing()
            .onEpochEnd(epoch -> messages.add(refusal()))
            .train(Xor.network(), two(), Xor.data());

    assertThat(messages).containsExactly(expected(), expected());
    assertThat(result.model().weights()).isEqualTo(Xor.trainedFor(2).weights());
  }

  @Test
  void anotherProcessIsRefusedUntilTheFirstIsKilled() throws IOException, InterruptedException {
    Process process = ChildJvm.start(Program.class, folder.toString());
    BufferedReader output = process.inputReader(UTF_8);
    assertThat(output.readLine()).isEqualTo("epoch 1");
    assertThat(output.readLine()).isEqualTo("epoch 2");

    String trained = messageOf(() -> writing().train(Xor.network(), two(), Xor.data()));
    String resumed = messageOf(() -> Trainer.create().resume(folder, Xor.data()));
    assertThat(process.destroyForcibly().waitFor()).isNotZero();

    assertThat(trained).isEqualTo(expected());
    assertThat(resumed).contains("but another one is writing to it.");
    Cancellation cancellation = Cancellation.create();
    TrainingResult result =
        Trainer.create()
            .stopOn(cancellation)
            .onEpochEnd(epoch -> cancellation.cancel())
            .resume(folder, Xor.data());
    Model same = Xor.trainedFor(result.history().size());
    assertThat(result.model().weights()).isEqualTo(same.weights());
  }

  @Test
  void theFolderIsFreeWhenTrainingEndedByAnException() {
    Trainer failing =
        writing()
            .onBatchEnd(
                end -> {
                  throw new IllegalStateException("full");
                });
    Assertions.assertThatThrownBy(() -> failing.train(Xor.network(), two(), Xor.data()))
        .isInstanceOf(TrainingListenerException.class);

    TrainingResult result = writing().train(Xor.network(), two(), Xor.data());

    assertThat(result.history().size()).isEqualTo(2);
  }

  @Test
  void anInterruptedThreadTrains() {
    Thread.currentThread().interrupt();

    TrainingResult result = writing().train(Xor.network(), two(), Xor.data());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.history().size()).isEqualTo(2);
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Trainer trainer = Trainer.create().checkpoints(Checkpoints.in(file));

    String message =
        messageOf(ModelFileException.class, () -> trainer.train(Xor.network(), two(), Xor.data()));

    assertThat(message)
        .contains("`" + file + "` cannot be written")
        .contains("Fix: choose a folder that this user may write to, with room left.");
  }

  /** What a second training of the folder is told, on another thread. */
  private String refusal() {
    try {
      return CompletableFuture.supplyAsync(
              () -> messageOf(() -> writing().train(Xor.network(), two(), Xor.data())))
          .join();
    } catch (CompletionException exception) {
      return exception.toString();
    }
  }

  private String expected() {
    return """
        `Checkpoints.in(Path.of("%s"))` is not valid: 1 problem.
          1. Folder `%s` must be of one training at a time, but another one is writing to it.
             Fix: wait for its end, or choose another folder."""
        .formatted(folder, folder);
  }

  private Trainer writing() {
    return Trainer.create().checkpoints(Checkpoints.in(folder));
  }

  private static TrainingPlan two() {
    return Xor.plan().epochs(2);
  }

  /** What the child runs: it trains until it is killed. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) {
      TrainingResult result =
          Trainer.create()
              .checkpoints(Checkpoints.in(Path.of(arguments[0])))
              .onEpochEnd(epoch -> System.out.println("epoch " + epoch.number()))
              .train(Xor.network(), LONG, Xor.data());
      System.out.println(result.stopReason());
    }
  }
}
