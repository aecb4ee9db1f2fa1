package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.inference.input.Normalization;
import java.util.Arrays;

/** Rows of equal width in one array. */
final class Matrix {

  /** What the factories of data sets demand. */
  static final Requirement CALL = new Requirement(new Code("Dataset.of(features, targets)"));

  /** What arrays can hold on every JVM. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

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

  /** The features of all samples, copied. */
  static Matrix features(Dataset data) {
    int width = data.featureWidth();
    long numbers = (long) data.size() * width;
    new Requirement(new Code("normalized(normalizer)"))
        .that(
            numbers <= LARGEST,
            "features",
            "at most " + LARGEST + " numbers in all",
            numbers,
            "normalize fewer samples");
    double[] values = new double[(int) numbers];
    for (int row = 0; row < data.size(); row++) {
      data.copyFeatures(row, values, row * width);
    }
    return new Matrix(data.size(), width, values);
  }

  /** The values of a column, copied. */
  double[] column(int column) {
    double[] copied = new double[rows];
    for (int row = 0; row < rows; row++) {
      copied[row] = values[row * width + column];
    }
    return copied;
  }

  /** Normalizes the rows in place. */
  Matrix normalize(Normalization normalization) {
    for (int row = 0; row < rows; row++) {
      normalization.apply(values, row * width);
    }
    return this;
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
