package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.history.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what {@link dev.lamina.dsl.training.TrainingPlan#validateEvery} asks for to a CSV file, a
 * row a validation; {@link HistoryCsv} has the ends of epochs.
 *
 * <pre>
 * update,epochs,val_loss,val_accuracy
 * 500,2.5,0.6881,0.75
 * </pre>
 *
 * <p>Updates of the weights are counted through all epochs. Numbers are written in full, and each
 * row is on the disk when it has been measured. A file that is there is replaced when the first one
 * has. One {@code ValidationCsv} can be used for many trainings, one after the other.
 */
public final class ValidationCsv implements TrainingListener {

  private final Path file;
  private final boolean appends;
  private final CsvTable table;
  private List<Monitor> monitors = List.of();

  private ValidationCsv(Path file, boolean appends) {
    this.file = file;
    this.appends = appends;
    this.table = new CsvTable(file, appends);
  }

  /** A table in this file, in place of one that is there. */
  public static ValidationCsv to(Path file) {
    Requirement.of("ValidationCsv.to", file).present("file", file);
    return new ValidationCsv(file, false);
  }

  /**
   * The same table that goes on where the file ends, for a training that is resumed.
   *
   * <p>Rows of updates that come again are replaced, and so is a last row that was broken off.
   */
  public ValidationCsv append() {
    return new ValidationCsv(file, true);
  }

  /**
   * Looks whether the file can be written.
   *
   * @throws OutputFileException if there is no such folder, or if rows are to be added to a table
   *     with other columns
   */
  @Override
  public void trainingStarted(Start start) {
    Stream<Metric> metrics =
        Stream.concat(Stream.of(new LossValue()), start.plan().metrics().stream());
    monitors = metrics.map(metric -> new Monitor(DataPart.VALIDATION, metric)).toList();
    List<String> columns = new ArrayList<>(List.of("update", "epochs"));
    monitors.forEach(monitor -> columns.add(monitor.name()));
    table.begin(columns);
  }

  @Override
  public void validated(Validation validation) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(validation.epochs())));
    monitors.forEach(monitor -> row.add(String.valueOf(validation.value(monitor))));
    table.add(validation.update(), row);
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
    return Code.call("ValidationCsv.to", file).thenIf(appends, "append").toString();
  }
}
