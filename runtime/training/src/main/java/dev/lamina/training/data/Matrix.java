package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.inference.input.Normalization;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Rows of equal width in one array. */
final class Matrix {

  /** What the factories of data sets demand. */
  static final Requirement CALL = new Requirement(new Code("Dataset.of(features, targets)"));

  /** What arrays can hold on every JVM. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int rows;
  private final int width;
  private final double[] values;

  /** The caller gives the array away. */
  Matrix(int rows, int width, double[] values) {
    this.rows = rows;
    this.width = width;
    this.values = values;
  }

  static Matrix of(String name, double[][] rows) {
    CALL.present(name, rows);
    return of(name, Arrays.asList(rows));
  }

  static Matrix of(String name, float[][] rows) {
    CALL.present(name, rows);
    return of(name, Arrays.asList(rows), row -> row.length, Matrix::widen);
  }

  static Matrix of(String name, List<double[]> rows) {
    return of(
        name,
        rows,
        row -> row.length,
        (row, values, at) -> System.arraycopy(row, 0, values, at, row.length));
  }

  private static <R> Matrix of(
      String name, List<R> rows, ToIntFunction<R> length, RowCopy<R> copy) {
    int width = 0;
    double[] values = {};
    for (int row = 0; row < rows.size(); row++) {
      String place = name + "[" + row + "]";
      CALL.present(place, rows.get(row));
      int came = length.applyAsInt(rows.get(row));
      if (row == 0) {
        width = came;
        values = new double[numbers(CALL, name, rows.size(), width)];
      }
      CALL.that(
          came == width,
          place,
          "as long as row 0, which is " + width + ",",
          came,
          "give every sample the same number of values");
      copy.copy(rows.get(row), values, row * width);
    }
    return new Matrix(rows.size(), width, values);
  }

  /** The same numbers in double precision. */
  static double[] widened(float[] values) {
    double[] widened = new double[values.length];
    widen(values, widened, 0);
    return widened;
  }

  /** The same numbers in double precision. */
  static double[] widened(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private static void widen(float[] row, double[] values, int at) {
    for (int column = 0; column < row.length; column++) {
      values[at + column] = row[column];
    }
  }

  /** How many numbers so many rows have. */
  private static int numbers(Requirement call, String name, int rows, int width) {
    long numbers = (long) rows * width;
    call.that(
        numbers <= LARGEST,
        name,
        "at most " + LARGEST + " numbers in all",
        numbers,
        "use fewer samples");
    return (int) numbers;
  }

  /** How a row is copied. */
  @FunctionalInterface
  private interface RowCopy<R> {
    void copy(R row, double[] values, int at);
  }

  static Matrix column(double[] values) {
    CALL.present("targets", values);
    return new Matrix(values.length, 1, values.clone());
  }

  static Matrix column(float[] values) {
    CALL.present("targets", values);
    return new Matrix(values.length, 1, widened(values));
  }

  static Matrix column(int[] values) {
    CALL.present("targets", values);
    return new Matrix(values.length, 1, widened(values));
  }

  /** The features of all samples, copied. */
  static Matrix features(Dataset data) {
    int width = data.featureWidth();
    Requirement call = new Requirement(new Code("normalized(normalizer)"));
    double[] values = new double[numbers(call, "features", data.size(), width)];
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
