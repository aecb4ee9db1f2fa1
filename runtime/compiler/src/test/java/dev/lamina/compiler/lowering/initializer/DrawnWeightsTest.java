package dev.lamina.compiler.lowering.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Weights that are drawn one by one from a distribution of fixed width. */
class DrawnWeightsTest {

  private static final int INPUTS = 400;
  private static final int UNITS = 250;

  /** Of a standard normal variable cut at -2 and 2. */
  private static final double TRUNCATED_VARIANCE = 0.7737413035499232;

  /** Initializer, mean, variance, fourth central moment over squared variance, bounds. */
  static Stream<Arguments> distributions() {
    double infinity = Double.POSITIVE_INFINITY;
    return Stream.of(
        arguments(new UniformWeights(-0.05, 0.05), 0, 0.01 / 12, 1.8, -0.05, 0.05),
        arguments(new UniformWeights(1, 3), 2, 4.0 / 12, 1.8, 1, 3),
        arguments(new NormalWeights(0, 0.05, false), 0, 0.0025, 3, -infinity, infinity),
        arguments(new NormalWeights(-2, 3, false), -2, 9, 3, -infinity, infinity),
        arguments(
            new NormalWeights(0, 0.05, true), 0, 0.0025 * TRUNCATED_VARIANCE, 2.3655, -0.1, 0.1),
        arguments(new NormalWeights(-2, 3, true), -2, 9 * TRUNCATED_VARIANCE, 2.3655, -8, 4));
  }

  static Stream<IWeightInit> initializers() {
    return distributions().map(each -> (IWeightInit) each.get()[0]);
  }

  @BeforeEach
  void seedTheGenerator() {
    Nd4j.getRandom().setSeed(5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("distributions")
  void momentsAndBoundsAreThoseOfTheDistribution(
      IWeightInit initializer,
      double mean,
      double variance,
      double kurtosis,
      double min,
      double max) {
    double[] weights = draw(initializer, DataType.DOUBLE);

    double[] centered = Arrays.stream(weights).map(weight -> weight - mean).toArray();
    assertThat(weights).hasSize(100_000);
    assertThat(moment(centered, 1)).isCloseTo(0, within(4 * Math.sqrt(variance / 1e5)));
    assertThat(moment(centered, 2)).isCloseTo(variance, withinPercentage(1.5));
    assertThat(moment(centered, 4)).isCloseTo(kurtosis * variance * variance, withinPercentage(4));
    assertThat(Arrays.stream(weights).min().orElseThrow()).isGreaterThanOrEqualTo(min);
    assertThat(Arrays.stream(weights).max().orElseThrow()).isLessThanOrEqualTo(max);
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void theGeneratorDecidesTheWeightsInEitherPrecision(IWeightInit initializer) {
    double[] first = draw(initializer, DataType.DOUBLE);
    double[] second = draw(initializer, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
    double[] rounded = draw(initializer, DataType.FLOAT);

    double[] expected = Arrays.stream(first).map(weight -> (float) weight).toArray();

    assertThat(rounded).containsExactly(expected);
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void weightsFillTheViewAndNothingBesideIt() {
    INDArray parameters = Nd4j.zeros(DataType.FLOAT, 10);
    INDArray view = parameters.get(NDArrayIndex.interval(2, 8));

    INDArray weights = new UniformWeights(1, 2).init(2, 3, new long[] {2, 3}, 'f', view);

    assertThat(weights.shape()).containsExactly(2, 3);
    assertThat(weights.getFloat(1, 0)).isEqualTo(parameters.getFloat(3)).isBetween(1f, 2f);
    assertThat(weights.getFloat(0, 2)).isEqualTo(parameters.getFloat(6)).isBetween(1f, 2f);
    assertThat(parameters.getFloat(1)).isZero();
    assertThat(parameters.getFloat(8)).isZero();
  }

  @Test
  void vectorsAreFilledToo() {
    INDArray biases = Nd4j.zeros(DataType.DOUBLE, 5);

    INDArray filled = new UniformWeights(3, 3).init(5, 5, new long[] {5}, 'f', biases);

    assertThat(filled.shape()).containsExactly(5);
    assertThat(biases.toDoubleVector()).containsOnly(3);
  }

  private static double[] draw(IWeightInit initializer, DataType type) {
    INDArray view = Nd4j.zeros(type, (long) INPUTS * UNITS);
    long[] shape = {INPUTS, UNITS};
    return initializer.init(INPUTS, UNITS, shape, 'f', view).data().asDouble();
  }

  private static double moment(double[] values, int power) {
    return Arrays.stream(values).map(value -> Math.pow(value, power)).average().orElseThrow();
  }
}
