package dev.lamina.training.listener;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The rows of a history that a file holds already.
 *
 * @param rows their fields, the first of which is the number of the epoch, or of the update
 */
record EarlierRows(List<List<String>> rows) {

  /**
   * The rows of this file, if it is there and they are wanted.
   *
   * @throws OutputFileException if it has other columns
   */
  static EarlierRows of(Path file, boolean wanted, List<String> columns) {
    if (!wanted || !Files.exists(file)) {
      return new EarlierRows(List.of());
    }
    List<List<String>> found = read(file);
    if (found.isEmpty()) {
      return new EarlierRows(List.of());
    }
    if (!found.get(0).equals(columns)) {
      throw OutputFileException.of(
          file,
          "must have the columns %s to be appended to but has %s.".formatted(columns, found.get(0)),
          "append to the file of the same training, or leave out `append()`.");
    }
    return new EarlierRows(found.subList(1, found.size()));
  }

  /** Those of epochs, or updates, before this one. */
  List<List<String>> before(long number) {
    return rows.stream()
        .filter(row -> row.get(0).matches("[0-9]{1,18}"))
        .filter(row -> Long.parseLong(row.get(0)) < number)
        .toList();
  }

  private static List<List<String>> read(Path file) {
    try {
      String text = Files.readString(file);
      // A row is whole when its line is.
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(whole)) {
        return csv.stream().map(CsvRecord::getFields).toList();
      }
    } catch (IOException | CsvParseException exception) {
      throw OutputFileException.of(
          file,
          "cannot be appended to: " + exception + ".",
          "append to a file that `HistoryCsv` wrote, or leave out `append()`.",
          exception);
    }
  }
}
