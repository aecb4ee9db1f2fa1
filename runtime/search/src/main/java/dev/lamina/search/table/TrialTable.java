package dev.lamina.search.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lamina.dsl.search.Param;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All trials of a study, a row each.
 *
 * @param study the name of the study
 * @param params what was searched
 * @param objectives what was to be best, as the names of columns
 * @param rows the trials
 */
public record TrialTable(
    String study, List<Param<?>> params, List<String> objectives, List<TrialRow> rows) {

  /** Copies the lists. */
  public TrialTable {
    params = List.copyOf(params);
    objectives = List.copyOf(objectives);
    rows = List.copyOf(rows);
  }

  /**
   * The table as CSV with a head, as {@code TrialTable.json} has it without the reports: what a
   * trial does not have is an empty cell.
   */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      table.writeRecord(columns());
      rows.forEach(row -> table.writeRecord(cells(row)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** The table as one JSON object. */
  public String json() {
    return new TableJson(this).text();
  }

  private List<String> columns() {
    boolean isOne = objectives.size() == 1;
    Stream<String> values = objectives.stream().map(name -> isOne ? "value" : "values_" + name);
    Stream<String> choices = params.stream().map(param -> "params_" + param.name());
    return Stream.of(
            Stream.of("number", "state", "outcome"),
            values,
            choices,
            Stream.of("seconds", "epochs", "seed"))
        .flatMap(names -> names)
        .toList();
  }

  private List<String> cells(TrialRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.number()));
    cells.add(row.state());
    cells.add(row.outcome());
    for (int each = 0; each < objectives.size(); each++) {
      cells.add(row.values().isEmpty() ? "" : String.valueOf(row.values().get(each)));
    }
    params.forEach(param -> cells.add(row.text(param).orElse("")));
    cells.add(row.seconds().map(String::valueOf).orElse(""));
    cells.add(String.valueOf(row.trial().reports().size()));
    cells.add(String.valueOf(row.seed()));
    return cells;
  }
}
