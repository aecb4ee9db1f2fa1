package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener.LayersObserved;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.LayerFigures;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import dev.lamina.training.listener.EventReader.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_700_000_000_250L), ZoneOffset.UTC);
  private static final Split BOTH = Split.of(Xor.data(), Xor.data());

  @TempDir private Path folder;

  @Test
  void theReaderKnowsTheChecksumOfRfc3720() {
    byte[] zeros = new byte[32];

    // The RFC gives 8a9136aa for 32 zeros, which is masked here by hand.
    long masked = (((0x8a9136aaL >> 15) | (0x8a9136aaL << 17 & 0xffffffffL)) + 0xa282ead8L);

    assertThat(EventReader.maskedCrc(zeros)).isEqualTo(masked & 0xffffffffL);
  }

  @Test
  void aFileStartsAsThoseOfTensorFlowDo() throws IOException {
    log(Split.of(Xor.data()));

    byte[] bytes = Files.readAllBytes(onlyFile("train"));

    // 24 bytes follow, and this is the checksum of the number 24 in every event file.
    assertThat(HexFormat.of().formatHex(bytes, 0, 12)).isEqualTo("1800000000000000a37f4b22");
    assertThat(new String(bytes, 23, 13, StandardCharsets.UTF_8)).isEqualTo("brain.Event:2");
    Event first = EventReader.read(folder.resolve("train")).get(0);
    assertThat(first.version()).isEqualTo("brain.Event:2");
    assertThat(first.time()).isEqualTo(1_700_000_000.25);
  }

  @Test
  void trainingAndValidationAreRunsOfTheirOwn() throws IOException {
    log(BOTH, epoch(1, 0.7, 0.8), epoch(300, 0.25, 0.5));

    assertThat(scalars("train"))
        .containsExactly(
            "1: epoch_loss = 0.7",
            "1: epoch_accuracy = 0.5",
            "1: epoch_learning_rate = 0.05",
            "300: epoch_loss = 0.25",
            "300: epoch_accuracy = 0.5",
            "300: epoch_learning_rate = 0.05");
    assertThat(scalars("validation"))
        .containsExactly("1: epoch_loss = 0.8", "300: epoch_loss = 0.5");
  }

  @Test
  void validationsBetweenEpochsAreShownByUpdate() throws IOException {
    TensorBoardLog log = new TensorBoardLog(folder, CLOCK);

    log.trainingStarted(new Start(Xor.network(), Xor.plan(), BOTH, 50));
    log.validated(new Validation(500, 2.5, Map.of(validation(loss()), 0.75)));
    List<String> shown = scalars("validation");
    log.trainingFailed(new IllegalStateException());

    assertThat(shown).containsExactly("500: evaluation_loss_vs_iterations = 0.75");
  }

  @Test
  void scalarsNameThePluginThatShowsThem() throws IOException {
    log(BOTH, epoch(1, 0.7, 0.8));

    Stream<Event> events = events("train");

    assertThat(events.map(Event::plugin)).hasSize(3).containsOnly("scalars 1");
  }

  @Test
  void noValidationRunIsMadeWithoutValidationData() {
    log(Split.of(Xor.data()), epoch(1, 0.7, 0.8));

    assertThat(folder.resolve("train")).isDirectory();
    assertThat(folder.resolve("validation")).doesNotExist();
  }

  @Test
  void layersAreShownByMiniBatch() throws IOException {
    TensorBoardLog log = new TensorBoardLog(folder, CLOCK);
    LayerFigures hidden =
        new LayerFigures(
            "hidden",
            OptionalDouble.of(2.5),
            OptionalDouble.of(0.125),
            OptionalDouble.of(0),
            OptionalDouble.empty());

    log.trainingStarted(new Start(Xor.network(), Xor.plan(), BOTH, 50));
    log.layersObserved(new LayersObserved(3, 4, List.of(hidden)));
    log.trainingFailed(new IllegalStateException());

    assertThat(scalars("train"))
        .containsExactly(
            "104: gradient_norm/hidden = 2.5",
            "104: update_ratio/hidden = 0.125",
            "104: dead_share/hidden = 0.0");
  }

  @Test
  void eventsAreInTheFileWhenTheirEpochHasEnded() throws IOException {
    TensorBoardLog log = new TensorBoardLog(folder, CLOCK);

    log.trainingStarted(new Start(Xor.network(), Xor.plan(), BOTH, 2));
    log.epochEnded(epoch(1, 0.7, 0.8));

    assertThat(scalars("train")).hasSize(3);
    log.trainingFailed(new IllegalStateException());
  }

  @Test
  void aTrainingWritesWhatItsHistoryHolds() throws IOException {
    TrainingResult result =
        Trainer.create()
            .listener(TensorBoardLog.to(folder))
            .observeLayersEvery(2)
            .train(Xor.network(), Xor.plan().epochs(2), BOTH);

    Epoch last = result.history().epochs().get(1);
    assertThat(scalars("train"))
        .contains(
            "2: epoch_loss = " + (float) last.value(training(loss())),
            "2: epoch_accuracy = " + (float) last.value(training(accuracy())))
        .anyMatch(scalar -> scalar.startsWith("3: gradient_norm/hidden = "));
    assertThat(scalars("validation"))
        .contains("2: epoch_loss = " + (float) last.value(validation(loss())));
  }

  @Test
  void trainingsOfTheSameSecondHaveFilesOfTheirOwn() throws IOException {
    log(BOTH, epoch(1, 0.7, 0.8));
    log(BOTH, epoch(1, 0.7, 0.8));

    try (Stream<Path> files = Files.list(folder.resolve("train"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "mine");
    TensorBoardLog log = TensorBoardLog.to(file);
    Start start = new Start(Xor.network(), Xor.plan(), BOTH, 2);

    String message = messageOf(OutputFileException.class, () -> log.trainingStarted(start));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            File `FOLDER/log` must be a folder for event files but is a file.
            Fix: choose another name.""");
    assertThat(log).hasToString("TensorBoardLog.to(" + file + ")");
  }

  private void log(Split data, Epoch... epochs) {
    TensorBoardLog log = new TensorBoardLog(folder, CLOCK);
    log.trainingStarted(new Start(Xor.network(), Xor.plan(), data, 2));
    Stream.of(epochs).forEach(log::epochEnded);
    log.trainingFailed(new IllegalStateException());
  }

  private static Epoch epoch(int number, double loss, double validationLoss) {
    Map<Monitor, Double> values = new LinkedHashMap<>();
    values.put(training(loss()), loss);
    values.put(training(accuracy()), 0.5);
    values.put(validation(loss()), validationLoss);
    return new Epoch(number, values, 0.05, 0.1);
  }

  private List<String> scalars(String run) throws IOException {
    return events(run).map(event -> event.step() + ": " + event.scalar()).toList();
  }

  /** All but the first, which is the version. */
  private Stream<Event> events(String run) throws IOException {
    return EventReader.read(folder.resolve(run)).stream().skip(1);
  }

  private Path onlyFile(String run) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(run))) {
      return files.findFirst().orElseThrow();
    }
  }
}
