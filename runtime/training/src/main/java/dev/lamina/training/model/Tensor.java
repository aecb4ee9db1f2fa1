package dev.lamina.training.model;

import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

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

  /** A vector that this call was given. */
  static Tensor of(double[] vector, Requirement call) {
    call.present("vector", vector);
    return new Tensor(List.of(vector.length), vector);
  }

  /** A matrix that this call was given. */
  static Tensor of(double[][] matrix, Requirement call) {
    call.present("matrix", matrix);
    for (int row = 0; row < matrix.length; row++) {
      String place = "matrix[" + row + "]";
      call.present(place, matrix[row])
          .that(
              matrix[row].length == matrix[0].length,
              place,
              "as long as row 0, which is " + matrix[0].length + ",",
              matrix[row].length,
              "give every row the same number of columns");
    }
    int width = matrix.length == 0 ? 0 : matrix[0].length;
    double[] values = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    return new Tensor(List.of(matrix.length, width), values);
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

  /** The first number, row by row, of which this does not hold. */
  Optional<Double> firstNot(DoublePredicate good) {
    return Arrays.stream(values).filter(value -> !good.test(value)).boxed().findFirst();
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
    return shape
        + " "
        + (shape.size() == 2 ? Arrays.deepToString(rows()) : Arrays.toString(values));
  }
}
