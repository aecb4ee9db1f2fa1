package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {

  /** Its factor has the rows (2), (6, 1) and (-8, 5, 3). */
  private static final double[][] MATRIX = {{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}};

  private final Cholesky factor = new Cholesky(MATRIX);

  @Test
  void theFactorIsInverted() {
    assertThat(factor.inverse()[0]).containsExactly(new double[] {0.5}, within(1e-15));
    assertThat(factor.inverse()[1]).containsExactly(new double[] {-3, 1}, within(1e-15));
    assertThat(factor.inverse()[2])
        .containsExactly(new double[] {19.0 / 3, -5.0 / 3, 1.0 / 3}, within(1e-14));
  }

  @Test
  void theDeterminantIsTheSquareOfThatOfTheFactor() {
    assertThat(factor.logDeterminant()).isCloseTo(Math.log(36), within(1e-14));
  }

  @Test
  void theFactorAndItsInverseAreMultiplied() {
    double[] product = {2, 8, 11};

    assertThat(factor.times(new double[] {1, 2, 3})).containsExactly(product, within(1e-13));
    assertThat(factor.inverseTimes(product)).containsExactly(new double[] {1, 2, 3}, within(1e-13));
  }

  @Test
  void equationsAreSolved() {
    double[] result = {4 - 24 - 48, 12 - 74 - 129, -16 + 86 + 294};

    assertThat(factor.solve(result)).containsExactly(new double[] {1, -2, 3}, within(1e-12));
  }

  @Test
  void theMatrixIsInvertedUpToItsDiagonal() {
    double[][] inverse = factor.inverseOfMatrix();

    double[] last = {19.0 / 9, -5.0 / 9, 1.0 / 9};
    assertThat(inverse[2]).containsExactly(last, within(1e-13));
    assertThat(inverse[0][0]).isCloseTo(0.25 + 9 + 361.0 / 9, within(1e-12));
    assertThat(inverse[1]).hasSize(2);
  }
}
