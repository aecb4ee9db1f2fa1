package dev.lamina.training.data.table;

import dev.lamina.dsl.code.Code;
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
    int[] present = present();
    return present.length > 0 && IntStream.of(present).allMatch(this::isNumber);
  }

  /** Refuses a column most of whose cells are, or are meant for, numbers, and some are not. */
  void requireOneKind() {
    int[] present = present();
    int[] others = IntStream.of(present).filter(row -> !isNumber(row)).toArray();
    long meant = IntStream.of(others).filter(this::hasComma).count();
    if (others.length > 0 && 2 * (present.length - others.length + meant) > present.length) {
      throw hasComma(others[0])
          ? fault(
              others[0],
              "holds " + Code.literal(cell(others[0])) + ", but numbers have a decimal point.",
              "write it with a decimal point, or say `.categories(%s)`."
                  .formatted(Code.literal(name)))
          : fault(
              others[0],
              "holds %s, where %d of %d cells are numbers."
                  .formatted(
                      Code.literal(cell(others[0])),
                      present.length - others.length,
                      present.length),
              "correct it, name it in `table.missing(texts)` if it stands for no value, or say"
                  + " `.categories(%s)`.".formatted(Code.literal(name)));
    }
  }

  private int[] present() {
    return IntStream.range(0, table.size()).filter(row -> !isMissing(row)).toArray();
  }

  private boolean isNumber(int row) {
    return table.cells().number(cell(row)).isPresent();
  }

  private boolean hasComma(int row) {
    return table.cells().hasNumberWithComma(cell(row));
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
