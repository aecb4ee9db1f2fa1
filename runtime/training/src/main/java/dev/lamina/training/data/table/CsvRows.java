package dev.lamina.training.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.file.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The records of a CSV file with a header, one after the other. */
final class CsvRows implements AutoCloseable {

  private static final int MARK = 0xFEFF;

  private final DataFile file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;

  private CsvRows(DataFile file, CsvReader<CsvRecord> reader) throws IOException {
    this.file = file;
    this.reader = reader;
    this.records = reader.iterator();
    if (!hasNext()) {
      throw file.fault(
          "must start with a line of column names but is empty.", "give a file with a header.");
    }
    this.columns = header(records.next());
  }

  /**
   * Reads the header.
   *
   * @throws DataFileException where there is none, or names are missing or equal
   */
  static CsvRows open(DataFile file, char delimiter, InputStream content) throws IOException {
    // A decoder of its own refuses what is no UTF-8, where a charset would replace it.
    Reader text = unmarked(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text);
    try {
      return new CsvRows(file, reader);
    } catch (IOException | RuntimeException exception) {
      reader.close();
      throw exception;
    }
  }

  /** Refuses what cannot stand between two cells. */
  static void requireDelimiter(Requirement call, char delimiter) {
    call.that(
        delimiter != '"' && delimiter != '\n' && delimiter != '\r',
        "delimiter",
        "neither a quote nor the end of a line",
        new Code(Code.literal(String.valueOf(delimiter))),
        "give what stands between two cells, such as ';'");
  }

  List<String> columns() {
    return columns;
  }

  boolean hasNext() throws IOException {
    try {
      return records.hasNext();
    } catch (UncheckedIOException exception) {
      throw exception.getCause();
    } catch (CsvParseException exception) {
      throw file.fault(
          "is no CSV file: " + exception.getMessage() + ".", "correct it there.", exception);
    }
  }

  /** The next record, which has a cell for each column. */
  CsvRecord next() {
    CsvRecord record = records.next();
    if (record.getFieldCount() != columns.size()) {
      throw DataFileException.of(
          file + ", line " + record.getStartingLineNumber(),
          "must have %d cells, as the header has, but has %d."
              .formatted(columns.size(), record.getFieldCount()),
          "correct the line; quote cells that hold the delimiter.");
    }
    return record;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException exception) {
      throw file.fault(
          "cannot be closed: " + exception + ".", "keep it in reach while it is read.", exception);
    }
  }

  private List<String> header(CsvRecord first) {
    List<String> names = first.getFields().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      if (name.isEmpty() || !seen.add(name)) {
        throw file.fault(
            "must name each of its %d columns differently but names column %d %s."
                .formatted(names.size(), index + 1, Code.literal(name)),
            "correct the header, or give the delimiter, as in `Table.csv(path, ';')`.");
      }
    }
    return names;
  }

  /** Without the mark that some programs put before UTF-8: quotes would not be seen after it. */
  private static Reader unmarked(Reader text) throws IOException {
    PushbackReader unmarked = new PushbackReader(text);
    int first = unmarked.read();
    if (first >= 0 && first != MARK) {
      unmarked.unread(first);
    }
    return unmarked;
  }
}
