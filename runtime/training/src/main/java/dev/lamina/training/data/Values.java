package dev.lamina.training.data;

import java.util.Optional;
import java.util.function.DoublePredicate;

/** The features, or the targets, of every sample, looked through for values that must not be. */
record Values(Dataset data, int width, Rows rows) {

  /** How one row is read. */
  @FunctionalInterface
  interface Rows {
    void copy(Dataset data, int row, double[] into, int at);
  }

  /** How a whole row is judged. */
  @FunctionalInterface
  interface RowTest {
    /** The first column at fault, or -1. */
    int columnAtFault(double[] row);
  }

  /**
   * The first fault found.
   *
   * @param row its row, counted from 0
   * @param column its column, counted from 0
   * @param value what stands there
   * @param count how many rows are at fault in all
   */
  record Found(int row, int column, double value, int count) {

    /** Where it is among the features or the targets. */
    String place(String what) {
      return "row %d, %s column %d (both counted from 0)".formatted(row, what, column);
    }

    /** How many rows are at fault where it is not alone, as the end of a sentence. */
    String inAll() {
      return count == 1 ? "." : ", and " + count + " rows in all are at fault.";
    }
  }

  static Values in(Dataset data, int width, Rows rows) {
    return new Values(data, width, rows);
  }

  /** The first value of which this holds. */
  Optional<Found> first(DoublePredicate fault) {
    return firstRow(row -> columnWhere(fault, row));
  }

  /** The first row that this finds at fault. */
  Optional<Found> firstRow(RowTest test) {
    double[] values = new double[width];
    Found found = null;
    int count = 0;
    for (int row = 0; row < data.size(); row++) {
      rows.copy(data, row, values, 0);
      int column = test.columnAtFault(values);
      if (column >= 0) {
        count++;
        found = found == null ? new Found(row, column, values[column], 1) : found;
      }
    }
    return found == null
        ? Optional.empty()
        : Optional.of(new Found(found.row(), found.column(), found.value(), count));
  }

  private static int columnWhere(DoublePredicate fault, double[] row) {
    for (int column = 0; column < row.length; column++) {
      if (fault.test(row[column])) {
        return column;
      }
    }
    return -1;
  }
}
