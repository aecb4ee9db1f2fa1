package dev.lamina.training.data.encoding;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.NearNames;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes the features of one cell, each kind of column in its way.
 *
 * @param cells what texts stand for
 * @param cell the text
 * @param into where the features go, zeros so far
 * @param at where they start
 */
record CellEncoder(Cells cells, String cell, double[] into, int at)
    implements ColumnEncoding.Cases<Optional<CellFault>> {

  @Override
  public Optional<CellFault> number(NumberColumn column) {
    if (cells.isMissing(cell)) {
      column.missing().ifPresent(value -> into[at] = value);
      return column.missing().isPresent() ? Optional.empty() : missing("a number");
    }
    OptionalDouble number = cells.number(cell);
    number.ifPresent(value -> into[at] = value);
    return number.isPresent()
        ? Optional.empty()
        : Optional.of(
            new CellFault(
                "must hold a number but holds " + Code.literal(cell) + ".",
                "write it in digits with a decimal point, such as `12.5`."));
  }

  @Override
  public Optional<CellFault> category(CategoryColumn column) {
    boolean isMissing = cells.isMissing(cell);
    int index = isMissing ? -1 : column.categories().indexOf(cell.strip());
    if (index >= 0) {
      into[at + index] = 1;
      return Optional.empty();
    }
    if (!column.refusesOthers()) {
      return Optional.empty();
    }
    return isMissing
        ? missing("a category")
        : Optional.of(
            new CellFault(
                "holds " + Code.literal(cell) + ", which no record to learn from had.",
                "correct it; " + NearNames.advice(cell.strip(), column.categories())));
  }

  private Optional<CellFault> missing(String what) {
    String came = cell.isBlank() ? "nothing" : Code.literal(cell);
    return Optional.of(
        new CellFault(
            "must hold " + what + " but holds " + came + ".",
            "fill it in, or leave the record out."));
  }
}
