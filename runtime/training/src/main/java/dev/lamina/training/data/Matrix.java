package dev.lamina.training.data;

import dev.lamina.dsl.problem.Requirement;

/** Rows of equal width in one array. */
final class Matrix {

  private final int rows;
  private final int width;
  private final double[] values;

  private Matrix(int rows, int width, double[] values) {
    this.rows = rows;
    this.width = width;
    this.values = values;
  }

  static Matrix of(String name, double[][] rows) {
    Requirement requirement = Requirement.of("Dataset.of").present(name, rows);
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      requirement.that(
          rows[row].length == width,
          name + "[" + row + "]",
          "as long as row 0, " + width,
          rows[row].length,
          "give every sample the same number of values");
      System.arraycopy(rows[row], 0, values, row * width, width);
    }
    return new Matrix(rows.length, width, values);
  }

  static Matrix column(double[] values) {
    Requirement.of("Dataset.of").present("targets", values);
    return new Matrix(values.length, 1, values.clone());
  }

  int rows() {
    return rows;
  }

  int width() {
    return width;
  }

  void copyRow(int row, double[] into, int at) {
    System.arraycopy(values, row * width, into, at, width);
  }
}
