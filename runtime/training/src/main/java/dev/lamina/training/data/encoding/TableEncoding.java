package dev.lamina.training.data.encoding;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a record, cells by the names of their columns, becomes features.
 *
 * @param columns the columns, in the order of their features
 * @param cells what the text of a cell stands for
 */
public record TableEncoding(List<ColumnEncoding> columns, Cells cells) {

  /** Checks and copies. */
  public TableEncoding {
    new Requirement(new Code("new TableEncoding(columns, cells)"))
        .present("columns", columns)
        .allPresent("column", columns)
        .present("cells", cells);
    columns = List.copyOf(columns);
  }

  /** How many features a record has. */
  public int width() {
    return columns.stream().mapToInt(ColumnEncoding::width).sum();
  }

  /** The names of the features: that of the column, or {@code column=category}. */
  public List<String> features() {
    return columns.stream().flatMap(column -> column.features().stream()).toList();
  }

  /**
   * The features of a record.
   *
   * @param record a cell for the name of each column: a text, a number, or null where it is
   *     missing; others are passed over
   * @return {@code [features]}
   * @throws InvalidDescriptionException with everything that is wrong: no cell for a column, or one
   *     that is refused
   */
  public double[] encode(Map<String, ?> record) {
    new Requirement(new Code("encode(record)")).present("record", record);
    double[] features = new double[width()];
    List<Problem> problems = new ArrayList<>();
    int at = 0;
    for (ColumnEncoding column : columns) {
      if (record.containsKey(column.column())) {
        String cell = text(record.get(column.column()));
        encode(column, cell, features, at)
            .map(fault -> fault.problem("Column `" + column.column() + "`"))
            .ifPresent(problems::add);
      } else {
        problems.add(absent(column.column(), record));
      }
      at += column.width();
    }
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("The record", problems);
    }
    return features;
  }

  /**
   * Writes the features of one cell.
   *
   * @param into zeros, from {@code at} on
   * @return what is wrong with the cell, if anything
   */
  public Optional<CellFault> encode(ColumnEncoding column, String cell, double[] into, int at) {
    return column.accept(new CellEncoder(cells, cell, into, at));
  }

  private static String text(Object cell) {
    return cell == null ? "" : cell.toString();
  }

  private static Problem absent(String column, Map<String, ?> record) {
    return new Problem(
        "Column `" + column + "`",
        "is not in the record.",
        "give each column a cell, null where it is missing; "
            + NearNames.advice(column, record.keySet().stream().sorted().toList()));
  }
}
