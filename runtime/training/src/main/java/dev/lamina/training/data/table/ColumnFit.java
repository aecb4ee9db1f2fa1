package dev.lamina.training.data.table;

import dev.lamina.training.data.encoding.CategoryColumn;
import dev.lamina.training.data.encoding.NumberColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a column of the training part takes to be encoded.
 *
 * @param column the column
 * @param training the rows of the training part
 * @param options what was said of it
 */
record ColumnFit(TableColumn column, int[] training, TableRecipe.Options options) {

  /** More are hardly categories, and each is an input of the network. */
  private static final int MOST_CATEGORIES = 1000;

  NumberColumn number() {
    double[] present = present().mapToDouble(column::number).toArray();
    if (present.length == 0) {
      throw column.fault("holds no number in the training part.", "drop it, or fill it in.");
    }
    return new NumberColumn(column.name(), options.fillingOf(column.name()).of(present));
  }

  CategoryColumn category() {
    List<String> categories =
        present().mapToObj(column::cell).map(String::strip).distinct().sorted().toList();
    if (categories.isEmpty()) {
      throw column.fault("holds no category in the training part.", "drop it, or fill it in.");
    }
    if (categories.size() > MOST_CATEGORIES) {
      throw column.fault(
          "holds %d categories, more than %d.".formatted(categories.size(), MOST_CATEGORIES),
          "drop it, or put rare ones together.");
    }
    return new CategoryColumn(column.name(), categories, options.refusesUnknown());
  }

  private IntStream present() {
    return IntStream.of(training).filter(row -> !column.isMissing(row));
  }
}
