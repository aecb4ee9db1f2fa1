package dev.lamina.training.data.table;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.encoding.ColumnEncoding;
import dev.lamina.training.data.encoding.NumberColumn;
import dev.lamina.training.data.encoding.TableEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table whose columns are known to hold numbers or categories, to be encoded part by part. */
final class PreparedTable {

  private final Table table;
  private final TableRecipe.Options options;
  private final List<TableColumn> columns;
  private final List<Boolean> areNumbers;
  private final Targets targets;

  private PreparedTable(
      Table table,
      TableRecipe.Options options,
      List<TableColumn> columns,
      List<Boolean> areNumbers,
      Targets targets) {
    this.table = table;
    this.options = options;
    this.columns = columns;
    this.areNumbers = areNumbers;
    this.targets = targets;
  }

  static PreparedTable of(Table table, String target, TableRecipe.Options options) {
    if (table.size() == 0) {
      throw table.file().fault("must hold records but has none.", "add lines after the header.");
    }
    List<TableColumn> columns = new ArrayList<>();
    List<Boolean> areNumbers = new ArrayList<>();
    for (String name : table.columns()) {
      if (!name.equals(target)) {
        TableColumn column = column(table, name);
        columns.add(column);
        areNumbers.add(isNumber(column, options));
      }
    }
    if (columns.isEmpty()) {
      throw table
          .file()
          .fault("has no column but `" + target + "` to predict it from.", "drop fewer columns.");
    }
    TableColumn predicted = column(table, target);
    Targets targets =
        isNumber(predicted, options) ? Targets.numbers(predicted) : Targets.classes(predicted);
    return new PreparedTable(table, options, columns, areNumbers, targets);
  }

  /** All records of a table, encoded as others were before. */
  static Dataset encodedBy(Table table, String target, Preprocessing given) {
    TableEncoding encoding = given.encoding().orElseThrow();
    List<TableColumn> columns =
        encoding.columns().stream().map(each -> column(table, each.column())).toList();
    TableColumn predicted = column(table, target);
    Targets targets =
        given.labels().isEmpty()
            ? Targets.numbers(predicted)
            : Targets.classes(predicted, given.labels());
    int[] all = IntStream.range(0, table.size()).toArray();
    return new RecordEncoder(columns, targets).rows(all, encoding);
  }

  /** Its records, to be split. */
  Dataset numbered() {
    return new NumberedRows(targets.values(), targets.labels());
  }

  /** The parts of such a split, encoded by what the training part holds. */
  Split encoded(Split numbered) {
    int[] training = NumberedRows.in(numbered.training());
    List<ColumnEncoding> encodings = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      ColumnFit fit = new ColumnFit(columns.get(index), training, options);
      encodings.add(areNumbers.get(index) ? fit.number() : fit.category());
    }
    TableEncoding encoding = new TableEncoding(encodings, table.cells());
    RecordEncoder records = new RecordEncoder(columns, targets);
    Split encoded =
        new Split(
            records.rows(training, encoding),
            numbered.validation().map(part -> records.rows(NumberedRows.in(part), encoding)),
            numbered.test().map(part -> records.rows(NumberedRows.in(part), encoding)));
    int[] numbers = numberFeatures(encoding);
    return options
        .normalizer()
        .filter(normalizer -> numbers.length > 0)
        .map(normalizer -> encoded.normalized(normalizer, numbers))
        .orElse(encoded);
  }

  private static int[] numberFeatures(TableEncoding encoding) {
    List<Integer> numbers = new ArrayList<>();
    int at = 0;
    for (ColumnEncoding column : encoding.columns()) {
      if (column instanceof NumberColumn) {
        numbers.add(at);
      }
      at += column.width();
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static TableColumn column(Table table, String name) {
    return new TableColumn(table, name, table.place(Requirement.of("column", name), name));
  }

  private static boolean isNumber(TableColumn column, TableRecipe.Options options) {
    Boolean said = options.kinds().get(column.name());
    if (said == null) {
      column.requireOneKind();
      return column.holdsNumbers();
    }
    return said;
  }
}
