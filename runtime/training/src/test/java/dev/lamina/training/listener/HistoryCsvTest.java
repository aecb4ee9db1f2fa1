package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCsvTest {

  private static final String HEAD =
      "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds\n";
  private static final Start START =
      new Start(Xor.network(), Xor.plan(), Split.of(Xor.data(), Xor.data()), 2);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("history.csv");
  }

  @Test
  void eachEpochIsARowWithAllItsDigits() throws IOException {
    HistoryCsv csv = HistoryCsv.to(file);

    csv.trainingStarted(START);
    csv.epochEnded(epoch(1, 1.0 / 3));
    csv.epochEnded(epoch(2, Double.NaN));

    assertThat(Files.readString(file))
        .isEqualTo(
            HEAD
                + "1,0.3333333333333333,0.5,1.0E-9,0.75,0.05,0.0625\n"
                + "2,NaN,0.5,1.0E-9,0.75,0.05,0.0625\n");
    csv.trainingFailed(new IllegalStateException());
  }

  @Test
  void aTrainingWritesWhatItsHistoryHolds() throws IOException {
    HistoryCsv csv = HistoryCsv.to(file);

    TrainingResult result =
        Trainer.create()
            .listener(csv)
            .train(
                Xor.network(),
                Xor.plan().epochs(3).measure(meanAbsoluteError()),
                Split.of(Xor.data()));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo("epoch,loss,accuracy,mean_absolute_error,learning_rate,seconds");
    assertThat(lines).hasSize(4);
    for (Epoch epoch : result.history().epochs()) {
      String[] row = lines.get(epoch.number()).split(",", -1);
      assertThat(Double.parseDouble(row[1])).isEqualTo(epoch.value(training(loss())));
      assertThat(Double.parseDouble(row[3])).isEqualTo(epoch.value(training(meanAbsoluteError())));
      assertThat(Double.parseDouble(row[5])).isEqualTo(epoch.seconds());
    }
  }

  @Test
  void aFileThatIsThereIsReplacedWhenTheFirstEpochHasEnded() throws IOException {
    Files.writeString(file, "mine");
    HistoryCsv csv = HistoryCsv.to(file);

    csv.trainingStarted(START);
    String before = Files.readString(file);
    csv.epochEnded(epoch(1, 0.5));
    csv.trainingFailed(new IllegalStateException());

    assertThat(before).isEqualTo("mine");
    assertThat(Files.readString(file)).isEqualTo(HEAD + row(1));
  }

  @Test
  void aResumedTrainingReplacesTheEpochsThatComeAgain() throws IOException {
    Files.writeString(file, HEAD + row(1) + row(2) + row(3) + row(4));
    HistoryCsv csv = HistoryCsv.to(file).append();

    csv.trainingStarted(START);
    csv.epochEnded(epoch(3, 0.25));
    csv.trainingFailed(new IllegalStateException());

    assertThat(Files.readString(file))
        .isEqualTo(HEAD + row(1) + row(2) + row(3).replace("3,0.5", "3,0.25"));
  }

  @Test
  void aRowThatWasBrokenOffIsReplaced() throws IOException {
    Files.writeString(file, HEAD + row(1) + "2,0.33");
    HistoryCsv csv = HistoryCsv.to(file).append();

    csv.trainingStarted(START);
    csv.epochEnded(epoch(3, 0.5));
    csv.trainingFailed(new IllegalStateException());

    assertThat(Files.readString(file)).isEqualTo(HEAD + row(1) + row(3));
  }

  @Test
  void appendingStartsATableWhereThereIsNone() throws IOException {
    HistoryCsv csv = HistoryCsv.to(file).append();

    csv.trainingStarted(START);
    csv.epochEnded(epoch(1, 0.5));
    csv.trainingFailed(new IllegalStateException());

    assertThat(Files.readString(file)).isEqualTo(HEAD + row(1));
  }

  @Test
  void oneTableServesManyTrainings() throws IOException {
    HistoryCsv csv = HistoryCsv.to(file);
    Trainer trainer = Trainer.create().listener(csv);

    TrainingResult first = trainer.train(Xor.network(), Xor.plan().epochs(5), Xor.data());
    TrainingResult second = trainer.train(Xor.network(), Xor.plan().epochs(2), Xor.data());

    assertThat(first.history().size()).isEqualTo(5);
    assertThat(second.history().size()).isEqualTo(2);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void otherColumnsAreRefusedBeforeTrainingStarts() throws IOException {
    Files.writeString(file, "epoch,loss\n1,0.5\n");
    HistoryCsv csv = HistoryCsv.to(file).append();

    String message = messageOf(OutputFileException.class, () -> csv.trainingStarted(START));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            File `FOLDER/history.csv` must have the columns [epoch, loss, accuracy, val_loss, \
            val_accuracy, learning_rate, seconds] to be appended to but has [epoch, loss].
            Fix: append to the file of the same training, or leave out `append()`.""");
    assertThat(Files.readString(file)).isEqualTo("epoch,loss\n1,0.5\n");
  }

  @Test
  void aFolderThatIsMissingEndsTrainingBeforeItsFirstEpoch() {
    HistoryCsv csv = HistoryCsv.to(folder.resolve("none/history.csv"));
    Trainer trainer = Trainer.create().listener(csv);

    String message =
        messageOf(
            TrainingListenerException.class,
            () -> trainer.train(Xor.network(), Xor.plan(), Xor.data()));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            Listener `HistoryCsv.to(FOLDER/none/history.csv)` must return from `trainingStarted` \
            (before the first epoch) but threw dev.lamina.training.listener.OutputFileException: \
            File `FOLDER/none/history.csv` cannot be written: there is no folder `FOLDER/none`.
              Fix: create it, or choose another.
              Fix: mend the cause and train again; what is no reason to stop must be caught in there.""");
  }

  @Test
  void aFolderIsNoFile() {
    HistoryCsv csv = HistoryCsv.to(folder);

    String message = messageOf(OutputFileException.class, () -> csv.trainingStarted(START));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            File `FOLDER` cannot be written: it is a folder.
            Fix: add the name of a file.""");
  }

  private static Epoch epoch(int number, double loss) {
    Map<Monitor, Double> values =
        Map.of(
            training(loss()), loss,
            training(accuracy()), 0.5,
            validation(loss()), 1e-9,
            validation(accuracy()), 0.75);
    return new Epoch(number, values, 0.05, 0.0625);
  }

  private static String row(int number) {
    return number + ",0.5,0.5,1.0E-9,0.75,0.05,0.0625\n";
  }
}
