package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;

/** Rows of equal width in one array. */
final class Matrix {

  /** What the factories of data sets demand. */
  static final Requirement CALL = new Requirement(new Code("Dataset.of(features, targets)"));

  private final int rows;
  private final int width;
  private final double[] values;

  private Matrix(int rows, int width, double[] values) {
    this.rows = rows;
    this.width = width;
    this.values = values;
  }

  static Matrix of(String name, double[][] rows) {
    CALL.present(name, rows);
    int width = 0;
    double[] values = {};
    for (int row = 0; row < rows.length; row++) {
      String place = name + "[" + row + "]";
      CALL.present(place, rows[row]);
      if (row == 0) {
        width = rows[0].length;
        values = new double[rows.length * width];
      }
      CALL.that(
          rows[row].length == width,
          place,
          "as long as row 0, which is " + width + ",",
          rows[row].length,
          "give every sample the same number of values");
      System.arraycopy(rows[row], 0, values, row * width, width);
    }
    return new Matrix(rows.length, width, values);
  }

  static Matrix column(double[] values) {
    CALL.present("targets", values);
    return new Matrix(values.length, 1, values.clone());
  }

  static Matrix column(int[] values) {
    CALL.present("targets", values);
    return new Matrix(values.length, 1, Arrays.stream(values).asDoubleStream().toArray());
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
