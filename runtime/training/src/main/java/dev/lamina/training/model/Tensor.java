package dev.lamina.training.model;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers in a shape.
 *
 * @param shape {@code [n]} or {@code [rows, columns]}
 * @param values the numbers, row by row
 */
record Tensor(List<Integer> shape, double[] values) {

  Tensor {
    values = values.clone();
  }

  static Tensor of(double[] vector) {
    return new Tensor(List.of(vector.length), vector);
  }

  static Tensor of(double[][] matrix) {
    int width = matrix.length == 0 ? 0 : matrix[0].length;
    double[] values = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    boolean ragged = Arrays.stream(matrix).anyMatch(row -> row.length != width);
    return new Tensor(ragged ? List.of(matrix.length) : List.of(matrix.length, width), values);
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  double[][] rows() {
    double[][] rows = new double[shape.get(0)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(values, row * shape.get(1), (row + 1) * shape.get(1));
    }
    return rows;
  }

  boolean isFinite() {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return shape + " " + (shape.size() == 2 ? Arrays.deepToString(rows()) : Arrays.toString(values));
  }
}
