package dev.lamina.compiler.lowering.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights that are made as a whole matrix. */
class MatrixWeightsTest {

  @BeforeEach
  void seedTheGenerator() {
    Nd4j.getRandom().setSeed(5);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "30, 30, 1", "40, 7, 2", "300, 100, -0.5"})
  void columnsAreOrthogonalAndAsLongAsTheGain(int inputs, int units, double gain) {
    double[][] weights = orthogonal(inputs, units, gain);

    double[][] columns = transposed(weights);
    assertThat(worstProduct(columns, gain * gain)).isLessThan(1e-13);
  }

  @ParameterizedTest
  @CsvSource({"7, 40, 2", "1, 5, 1", "100, 300, 1"})
  void rowsAreWhereThereAreFewerOfThem(int inputs, int units, double gain) {
    double[][] weights = orthogonal(inputs, units, gain);

    assertThat(worstProduct(weights, gain * gain)).isLessThan(1e-13);
  }

  @Test
  void theFirstColumnIsThatOfTheQrDecompositionWithPositiveDiagonal() {
    double[] column = transposed(orthogonal(5, 2, 1))[0];

    Nd4j.getRandom().setSeed(5);
    double[] normal = new double[5];
    SplittableRandom random = Filling.random();
    Arrays.setAll(normal, i -> random.nextGaussian());
    double length = Math.sqrt(Arrays.stream(normal).map(each -> each * each).sum());
    assertThat(column)
        .containsExactly(Arrays.stream(normal).map(each -> each / length).toArray(), within(1e-15));
  }

  /** Of the uniform distribution on a sphere: mean 0, variance 1 / n, and signs as often as not. */
  @Test
  void entriesSpreadAsOnASphere() {
    double[] weights =
        Arrays.stream(orthogonal(320, 320, 1)).flatMapToDouble(Arrays::stream).toArray();

    double mean = Arrays.stream(weights).average().orElseThrow();
    double cubes = Arrays.stream(weights).map(each -> each * each * each).average().orElseThrow();
    double fourths = Arrays.stream(weights).map(each -> Math.pow(each, 4)).average().orElseThrow();

    assertThat(weights).hasSizeGreaterThan(100_000);
    assertThat(mean).isCloseTo(0, within(4 / 320.0 / Math.sqrt(320)));
    assertThat(cubes).isCloseTo(0, within(4 * Math.sqrt(15) / Math.pow(320, 2.5)));
    assertThat(fourths * 320 * 322).isCloseTo(3, within(0.05));
  }

  @Test
  void theGeneratorDecidesTheMatrix() {
    double[][] first = orthogonal(6, 6, 1);
    double[][] second = orthogonal(6, 6, 1);

    Nd4j.getRandom().setSeed(5);
    double[][] again = orthogonal(6, 6, 1);

    assertThat(again).isDeepEqualTo(first);
    assertThat(second[0]).isNotEqualTo(first[0]);
  }

  @Test
  void theIdentityHasTheGainOnItsMainDiagonal() {
    double[][] wide = identity(2, 3, 1, 'f');
    double[][] tall = identity(3, 2, -0.5, 'f');
    double[][] rowByRow = identity(2, 3, 1, 'c');

    assertThat(wide).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}});
    assertThat(tall).isDeepEqualTo(new double[][] {{-0.5, 0}, {0, -0.5}, {0, 0}});
    assertThat(rowByRow).isDeepEqualTo(wide);
  }

  private static double[][] orthogonal(int inputs, int units, double gain) {
    INDArray view = Nd4j.zeros(DataType.DOUBLE, (long) inputs * units);
    long[] shape = {inputs, units};
    return new OrthogonalWeights(gain).init(inputs, units, shape, 'f', view).toDoubleMatrix();
  }

  private static double[][] identity(int inputs, int units, double gain, char order) {
    INDArray view = Nd4j.ones(DataType.DOUBLE, (long) inputs * units);
    long[] shape = {inputs, units};
    return new IdentityWeights(gain).init(inputs, units, shape, order, view).toDoubleMatrix();
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[0].length; column++) {
        columns[column][row] = rows[row][column];
      }
    }
    return columns;
  }

  /** How far the products of these vectors are from this square for one, and 0 for two of them. */
  private static double worstProduct(double[][] vectors, double square) {
    double worst = 0;
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k < vectors[i].length; k++) {
          product += vectors[i][k] * vectors[j][k];
        }
        worst = Math.max(worst, Math.abs(product - (i == j ? square : 0)));
      }
    }
    return worst;
  }
}
