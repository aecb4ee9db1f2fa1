package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.history.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * included. What is measured between two epochs goes into a {@link ValidationCsv}. Numbers are
 * written in full, so that they read back as the same; what is not a number is {@code NaN}. The
 * file is UTF-8 and each row is on the disk when its epoch has ended.
 *
 * <p>A file that is there is replaced when the first epoch has ended. One {@code HistoryCsv} can be
 * used for many trainings, one after the other.
 */
public final class HistoryCsv implements TrainingListener {

  private final Path file;
  private final boolean appends;
  private final CsvTable table;
  private List<Monitor> monitors = List.of();

  private HistoryCsv(Path file, boolean appends) {
    this.file = file;
    this.appends = appends;
    this.table = new CsvTable(file, appends);
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
    monitors = monitors(start);
    table.begin(columns());
  }

  @Override
  public void epochEnded(Epoch epoch) {
    List<String> row = new ArrayList<>();
    monitors.forEach(monitor -> row.add(String.valueOf(epoch.value(monitor))));
    row.add(String.valueOf(epoch.learningRate()));
    row.add(String.valueOf(epoch.seconds()));
    table.add(epoch.number(), row);
  }

  @Override
  public void trainingEnded(TrainingResult result) {
    table.close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    table.close();
  }

  @Override
  public String toString() {
    Code code = Code.call("HistoryCsv.to", file);
    return code.thenIf(appends, "append").toString();
  }

  private List<String> columns() {
    Stream<String> measured = monitors.stream().map(Monitor::name);
    return Stream.of(Stream.of("epoch"), measured, Stream.of("learning_rate", "seconds"))
        .flatMap(names -> names)
        .toList();
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
