package dev.lamina.search.sampler;

/**
 * How alike values are at a distance {@code r}, by Matérn's kernel of smoothness 5/2: {@code (1 +
 * √5 r + 5/3 r²) exp(-√5 r)}.
 */
final class Matern {

  private static final double ROOT_OF_5 = StrictMath.sqrt(5);

  private final double[] values;
  private final double[] slopes;

  /** At these squares of distances. */
  Matern(double[] squares) {
    this.values = new double[squares.length];
    this.slopes = new double[squares.length];
    for (int each = 0; each < squares.length; each++) {
      double far = ROOT_OF_5 * StrictMath.sqrt(squares[each]);
      double less = StrictMath.exp(-far);
      values[each] = (1 + far + far * far / 3) * less;
      slopes[each] = 5.0 / 3 * (1 + far) * less;
    }
  }

  double value(int index) {
    return values[index];
  }

  /** By how much it shrinks, for each unit by which half the square of the distance grows. */
  double slope(int index) {
    return slopes[index];
  }
}
