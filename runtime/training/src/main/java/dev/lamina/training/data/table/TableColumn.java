package dev.lamina.training.data.table;

import dev.lamina.dsl.code.Code;
import dev.lamina.training.data.encoding.Cells;
import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.file.DataFileException;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One column of a table.
 *
 * @param table the table
 * @param name its name
 * @param place where its cells are in a row
 */
record TableColumn(Table table, String name, int place) {

  String cell(int row) {
    return table.row(row).cells().get(place);
  }

  boolean isMissing(int row) {
    return table.cells().isMissing(cell(row));
  }

  /** Whether some cell is not missing, and each such is a number. */
  boolean holdsNumbers() {
    Cells cells = table.cells();
    int[] present = IntStream.range(0, table.size()).filter(row -> !isMissing(row)).toArray();
    return present.length > 0
        && IntStream.of(present).allMatch(row -> cells.number(cell(row)).isPresent());
  }

  /** The number in a row, where none may be missing. */
  double number(int row) {
    OptionalDouble number = table.cells().number(cell(row));
    return number.orElseThrow(
        () ->
            fault(
                row,
                "must hold a number but holds " + Code.literal(cell(row)) + ".",
                "write it in digits with a decimal point, such as `12.5`, or leave the line out."));
  }

  /** What to throw where something is wrong with the cell in a row. */
  DataFileException fault(int row, String finding, String fix) {
    return fault(table.file(), table.row(row).line(), name, finding, fix);
  }

  /** The same of a column in a line of a file. */
  static DataFileException fault(
      DataFile file, long line, String column, String finding, String fix) {
    String place = "%s, line %d, column `%s`".formatted(file, line, column);
    return DataFileException.of(place, finding, fix);
  }

  /** What to throw where something is wrong with the whole column. */
  DataFileException fault(String finding, String fix) {
    return DataFileException.of("%s, column `%s`".formatted(table.file(), name), finding, fix);
  }
}
