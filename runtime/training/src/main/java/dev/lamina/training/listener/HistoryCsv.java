package dev.lamina.training.listener;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.history.Epoch;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what is measured to a CSV file, a row an epoch, as Keras's {@code CSVLogger} does.
 *
 * <pre>
 * epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds
 * 1,0.6931471805599453,0.5,0.6881,0.75,0.001,0.0421
 * </pre>
 *
 * <p>Epochs are counted from 1, as everywhere in Lamina (Keras's file counts from 0). The names of
 * what is measured are those of Keras, {@code val_} before those of validation data; then come the
 * learning rate of the epoch's last update and how many seconds the epoch took, validation
 * included. Numbers are written in full, so that they read back as the same; what is not a number
 * is {@code NaN}. The file is UTF-8 and each row is on the disk when its epoch has ended.
 *
 * <p>A file that is there is replaced when the first epoch has ended. One {@code HistoryCsv} can be
 * used for many trainings, one after the other.
 */
public final class HistoryCsv implements TrainingListener {

  private final Path file;
  private final boolean appends;
  private List<Monitor> monitors = List.of();
  private Optional<EarlierRows> earlier = Optional.empty();
  private Optional<CsvWriter> writer = Optional.empty();

  private HistoryCsv(Path file, boolean appends) {
    this.file = file;
    this.appends = appends;
  }

  /** A table in this file, in place of one that is there. */
  public static HistoryCsv to(Path file) {
    Requirement.of("HistoryCsv.to", file).present("file", file);
    return new HistoryCsv(file, false);
  }

  /**
   * The same table that goes on where the file ends, for a training that is resumed.
   *
   * <p>Rows of epochs that come again are replaced, and so is a last row that was broken off.
   */
  public HistoryCsv append() {
    return new HistoryCsv(file, true);
  }

  /**
   * Looks whether the file can be written.
   *
   * @throws OutputFileException if there is no such folder, or if rows are to be added to a table
   *     with other columns
   */
  @Override
  public void trainingStarted(Start start) {
    close();
    OutputFile.requirePlaceFor(file);
    monitors = monitors(start);
    earlier = Optional.of(EarlierRows.of(file, appends, columns()));
  }

  @Override
  public void epochEnded(Epoch epoch) {
    try {
      CsvWriter open = writer.isPresent() ? writer.get() : started(epoch.number());
      writer = Optional.of(open);
      open.writeRecord(row(epoch)).flush();
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  @Override
  public void trainingEnded(TrainingResult result) {
    close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    close();
  }

  @Override
  public String toString() {
    Code code = Code.call("HistoryCsv.to", file);
    return code.thenIf(appends, "append").toString();
  }

  /** The table with its head and the rows that stay. */
  private CsvWriter started(int firstEpoch) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(columns()));
    rows.addAll(earlier.orElseThrow().before(firstEpoch));
    StringWriter text = new StringWriter();
    try (CsvWriter table = lines().build(text)) {
      rows.forEach(table::writeRecord);
    }
    OutputFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    return lines().build(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static CsvWriter.CsvWriterBuilder lines() {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
  }

  private void close() {
    try {
      if (writer.isPresent()) {
        writer.get().close();
      }
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    } finally {
      writer = Optional.empty();
    }
  }

  private List<String> columns() {
    Stream<String> measured = monitors.stream().map(Monitor::name);
    return Stream.of(Stream.of("epoch"), measured, Stream.of("learning_rate", "seconds"))
        .flatMap(names -> names)
        .toList();
  }

  private List<String> row(Epoch epoch) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(epoch.number())));
    monitors.forEach(monitor -> row.add(String.valueOf(epoch.value(monitor))));
    row.add(String.valueOf(epoch.learningRate()));
    row.add(String.valueOf(epoch.seconds()));
    return row;
  }

  private static List<Monitor> monitors(Start start) {
    List<Metric> metrics =
        Stream.concat(Stream.of(new LossValue()), start.plan().metrics().stream()).toList();
    boolean validated = start.data().validation().isPresent();
    return Stream.of(DataPart.values())
        .filter(part -> part == DataPart.TRAINING || validated)
        .flatMap(part -> metrics.stream().map(metric -> new Monitor(part, metric)))
        .toList();
  }
}
