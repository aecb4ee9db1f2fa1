package dev.lamina.training.listener;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table in a CSV file that grows row by row, each on the disk when it is added. */
final class CsvTable {

  private final Path file;
  private final boolean appends;
  private List<String> columns = List.of();
  private Optional<EarlierRows> earlier = Optional.empty();
  private Optional<CsvWriter> writer = Optional.empty();

  /**
   * In this file.
   *
   * @param appends whether it goes on where the file ends
   */
  CsvTable(Path file, boolean appends) {
    this.file = file;
    this.appends = appends;
  }

  /**
   * Looks whether the file can be written, which is there with its head when the first row is.
   *
   * @param names those of the columns, of which the first holds ascending numbers
   * @throws OutputFileException if there is no such folder, or if rows are to be added to a table
   *     with other columns
   */
  void begin(List<String> names) {
    close();
    OutputFile.requirePlaceFor(file);
    columns = names;
    earlier = Optional.of(EarlierRows.of(file, appends, columns));
  }

  /** Adds a row that begins with this number. */
  void add(long number, List<String> others) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(number)));
    row.addAll(others);
    try {
      CsvWriter open = writer.isPresent() ? writer.get() : started(number);
      writer = Optional.of(open);
      open.writeRecord(row).flush();
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  /** The table with its head and the rows that stay. */
  private CsvWriter started(long first) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(columns));
    rows.addAll(earlier.orElseThrow().before(first));
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

  /** Closes the file, if it is open. */
  void close() {
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
}
