package dev.lamina.training.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.encoding.Cells;
import dev.lamina.training.data.file.DataFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Named columns of cells, in memory.
 *
 * <pre>{@code
 * Table flowers = Table.csv(Path.of("flowers.csv")).drop("id");
 * Split split = flowers.predicting("species").split(0.8, 0.1, 0.1);
 * }</pre>
 */
public final class Table {

  private static final char COMMA = ',';

  private final DataFile file;
  private final List<String> names;
  private final int[] places;
  private final List<Row> rows;
  private final Cells cells;

  /**
   * A record of the file.
   *
   * @param line where it starts in the file, counted from 1
   * @param cells the texts of all columns of the file
   */
  record Row(long line, List<String> cells) {}

  private Table(DataFile file, List<String> names, int[] places, List<Row> rows, Cells cells) {
    this.file = file;
    this.names = List.copyOf(names);
    this.places = places;
    this.rows = rows;
    this.cells = cells;
  }

  /** A CSV file with commas: see {@link #csv(Path, char)}. */
  public static Table csv(Path path) {
    return csv(path, COMMA);
  }

  /**
   * Reads a CSV file (RFC 4180) in UTF-8, plain or compressed with gzip, whose first line names its
   * columns.
   *
   * @param delimiter what stands between two cells, such as a semicolon
   * @throws dev.lamina.training.data.file.DataFileException if it cannot be read, names are missing
   *     or equal, or a line has another number of cells than the header
   */
  public static Table csv(Path path, char delimiter) {
    CsvRows.requireDelimiter(new Requirement(new Code("Table.csv(path, delimiter)")), delimiter);
    DataFile file = new DataFile(path);
    return file.read(content -> read(file, delimiter, content, Integer.MAX_VALUE));
  }

  /**
   * The first records of a CSV file with commas, as many as asked for or all there are, such as of
   * one that memory does not hold: see {@link CsvStream}.
   */
  public static Table head(Path path, int records) {
    return head(path, records, COMMA);
  }

  /** The same with another delimiter, such as a semicolon. */
  public static Table head(Path path, int records, char delimiter) {
    Requirement call =
        new Requirement(new Code("Table.head(path, " + records + ")"))
            .atLeast(1, "records", records, "give the number of records, such as 10000");
    CsvRows.requireDelimiter(call, delimiter);
    DataFile file = new DataFile(path);
    return file.read(content -> read(file, delimiter, content, records));
  }

  private static Table read(DataFile file, char delimiter, InputStream content, int most)
      throws IOException {
    try (CsvRows csv = CsvRows.open(file, delimiter, content)) {
      List<Row> rows = new ArrayList<>();
      while (rows.size() < most && csv.hasNext()) {
        CsvRecord record = csv.next();
        rows.add(new Row(record.getStartingLineNumber(), record.getFields()));
      }
      int[] places = IntStream.range(0, csv.columns().size()).toArray();
      return new Table(file, csv.columns(), places, rows, Cells.usual());
    }
  }

  /** The names of its columns. */
  public List<String> columns() {
    return names;
  }

  /** How many records it has. */
  public int size() {
    return rows.size();
  }

  /** The cells of the column of this name. */
  public List<String> column(String name) {
    int place = place(Requirement.of("column", name), name);
    return rows.stream().map(row -> row.cells().get(place)).toList();
  }

  /** Each record: its cells by the names of their columns, in the order of the file. */
  public List<Map<String, String>> records() {
    return rows.stream().map(this::record).toList();
  }

  /** The same table without these columns. */
  public Table drop(String... columns) {
    new Requirement(new Code("drop(columns)")).present("columns", columns);
    Requirement call = new Requirement(Code.call("drop", Arrays.asList(columns)));
    List<String> dropped = Arrays.asList(columns);
    dropped.forEach(name -> requireColumn(call, name));
    int[] kept =
        IntStream.range(0, names.size())
            .filter(index -> !dropped.contains(names.get(index)))
            .toArray();
    return new Table(
        file,
        IntStream.of(kept).mapToObj(names::get).toList(),
        IntStream.of(kept).map(index -> places[index]).toArray(),
        rows,
        cells);
  }

  /**
   * The same table where these texts stand for a missing cell; blanks do always. By default they
   * are those of {@link Cells#usual}.
   */
  public Table missing(String... texts) {
    new Requirement(new Code("missing(texts)")).present("texts", texts);
    Requirement call = new Requirement(Code.call("missing", Arrays.asList(texts)));
    call.allPresent("text", Arrays.asList(texts));
    return new Table(file, names, places, rows, new Cells(Arrays.asList(texts)));
  }

  /**
   * How this column is predicted from the others, to be changed by options and then applied.
   *
   * <p>It is a column of numbers where each cell is one, and of classes otherwise.
   */
  public TableRecipe predicting(String column) {
    requireColumn(Requirement.of("predicting", column), column);
    return TableRecipe.of(this, column);
  }

  private Map<String, String> record(Row row) {
    Map<String, String> record = new LinkedHashMap<>();
    for (int index = 0; index < places.length; index++) {
      record.put(names.get(index), row.cells().get(places[index]));
    }
    return Collections.unmodifiableMap(record);
  }

  DataFile file() {
    return file;
  }

  Cells cells() {
    return cells;
  }

  Row row(int number) {
    return rows.get(number);
  }

  /** Where the cells of a column are in a row; a name that is not there is refused. */
  int place(Requirement call, String name) {
    requireColumn(call, name);
    return places[names.indexOf(name)];
  }

  /** Refuses a name that is not there. */
  void requireColumn(Requirement call, String name) {
    call.present("column", name)
        .that(
            names.contains(name),
            "column",
            "the name of a column of `" + file.path() + "`",
            name,
            names.size() == 1
                ? ("there is `%s` alone: give the delimiter, as in `Table.csv(path, ';')`, if that is"
                        + " several")
                    .formatted(names.get(0))
                : NearNames.advice(name, names));
  }

  /** How many records and columns it has. */
  @Override
  public String toString() {
    return "Table[records %d, columns %s]".formatted(size(), names);
  }
}
