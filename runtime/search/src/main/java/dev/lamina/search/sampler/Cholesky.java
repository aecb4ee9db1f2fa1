package dev.lamina.search.sampler;

/**
 * The factor {@code L} of a symmetric matrix {@code A = L Lᵀ}, and its inverse.
 *
 * <p>Rows are added to rows throughout, which Java turns into vector instructions, and what is zero
 * is left out: a choice takes a thousand of these.
 */
final class Cholesky {

  private final double[][] inverse;
  private final double logDeterminant;

  /**
   * Of a matrix.
   *
   * @param matrix of which only the part from the diagonal to the right is read; it must be
   *     positive definite
   */
  Cholesky(double[][] matrix) {
    double[][] upper = factor(matrix);
    this.inverse = inverted(upper);
    double sum = 0;
    for (int each = 0; each < upper.length; each++) {
      sum += StrictMath.log(upper[each][each]);
    }
    this.logDeterminant = 2 * sum;
  }

  /** The logarithm of the determinant of {@code A}. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Row by row {@code L⁻¹}, each up to its diagonal. */
  double[][] inverse() {
    return inverse;
  }

  /** {@code L x}. */
  double[] times(double[] x) {
    double[] product = new double[x.length];
    for (int row = 0; row < x.length; row++) {
      double rest = x[row];
      for (int each = 0; each < row; each++) {
        rest -= inverse[row][each] * product[each];
      }
      product[row] = rest / inverse[row][row];
    }
    return product;
  }

  /** {@code L⁻¹ x}. */
  double[] inverseTimes(double[] x) {
    double[] product = new double[x.length];
    for (int row = 0; row < x.length; row++) {
      for (int each = 0; each <= row; each++) {
        product[row] += inverse[row][each] * x[each];
      }
    }
    return product;
  }

  /** What {@code A x} is this for. */
  double[] solve(double[] result) {
    double[] solution = new double[result.length];
    for (int row = 0; row < result.length; row++) {
      double along = 0;
      for (int each = 0; each <= row; each++) {
        along += inverse[row][each] * result[each];
      }
      add(along, inverse[row], 0, solution);
    }
    return solution;
  }

  /** {@code A⁻¹}, of each row the part up to the diagonal. */
  double[][] inverseOfMatrix() {
    int size = inverse.length;
    double[][] product = new double[size][];
    for (int row = 0; row < size; row++) {
      product[row] = new double[row + 1];
      for (int each = 0; each <= row; each++) {
        addUpTo(each, inverse[row][each], inverse[row], product[each]);
      }
    }
    return product;
  }

  /** The transpose of {@code L}, to the right of its diagonal. */
  private static double[][] factor(double[][] matrix) {
    int size = matrix.length;
    double[][] upper = new double[size][];
    for (int row = 0; row < size; row++) {
      upper[row] = matrix[row].clone();
    }
    for (int row = 0; row < size; row++) {
      double[] pivot = upper[row];
      pivot[row] = StrictMath.sqrt(pivot[row]);
      for (int each = row + 1; each < size; each++) {
        pivot[each] /= pivot[row];
      }
      for (int other = row + 1; other < size; other++) {
        add(-pivot[other], pivot, other, upper[other]);
      }
    }
    return upper;
  }

  private static double[][] inverted(double[][] upper) {
    int size = upper.length;
    double[][] inverse = new double[size][];
    for (int row = 0; row < size; row++) {
      double[] sum = new double[row + 1];
      sum[row] = 1;
      for (int before = 0; before < row; before++) {
        add(-upper[before][row], inverse[before], 0, sum);
      }
      for (int each = 0; each <= row; each++) {
        sum[each] /= upper[row][row];
      }
      inverse[row] = sum;
    }
    return inverse;
  }

  private static void add(double factor, double[] row, int from, double[] sum) {
    for (int each = from; each < row.length; each++) {
      sum[each] += factor * row[each];
    }
  }

  private static void addUpTo(int last, double factor, double[] row, double[] sum) {
    for (int each = 0; each <= last; each++) {
      sum[each] += factor * row[each];
    }
  }
}
