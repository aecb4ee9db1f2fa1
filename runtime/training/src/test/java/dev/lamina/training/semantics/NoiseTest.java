package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What noise gives on is read from weights, as dropout's is: a linear unit that starts at 0 and
 * should give 1 has weights equal to its inputs after one step of 0.5.
 */
class NoiseTest {

  private static final int WIDTH = 100_000;
  private static final Dense SUM = dense(1).noBias().initializer(zeros()).named("sum");
  private static final TrainingPlan ONE_STEP =
      training(meanSquaredError(), sgd(0.5)).seed(11).precision(Precision.FLOAT64);

  /** Of a normal variable, beyond one deviation and beyond three. */
  private static final double BEYOND_ONE = 0.31731050786291415;

  private static final double BEYOND_THREE = 0.0026997960632601866;

  /** What SELU tends to: minus its alpha times its lambda. */
  private static final double SATURATION = -1.6732632423543772 * 1.0507009873554805;

  @ParameterizedTest
  @CsvSource({"0.1, FLOAT64", "0.5, FLOAT64", "0.9, FLOAT64", "0.3, FLOAT32"})
  void gaussianDropoutMultipliesByNormalNumbersOfMeanOne(double rate, Precision precision) {
    double variance = rate / (1 - rate);

    double[] factors = given(gaussianDropout(rate), x -> 1, ONE_STEP.precision(precision));

    assertNormal(factors, 1, variance);
  }

  @ParameterizedTest
  @CsvSource({"0.1, FLOAT64", "2, FLOAT64", "0.5, FLOAT32"})
  void gaussianNoiseAddsNormalNumbersOfMeanZero(double stddev, Precision precision) {
    double[] added = given(gaussianNoise(stddev), x -> 0, ONE_STEP.precision(precision));

    assertNormal(added, 0, stddev * stddev);
  }

  @Test
  void gaussianDropoutIsProportionalToWhatItGets() {
    double[] factors = given(gaussianDropout(0.3), x -> 1, ONE_STEP);

    double[] products = given(gaussianDropout(0.3), NoiseTest::wave, ONE_STEP);

    assertThat(largestDifference(products, values(i -> wave(i) * factors[i]))).isLessThan(1e-12);
  }

  @Test
  void gaussianNoiseDoesNotDependOnWhatItGets() {
    double[] added = given(gaussianNoise(0.3), x -> 0, ONE_STEP);

    double[] sums = given(gaussianNoise(0.3), NoiseTest::wave, ONE_STEP);

    assertThat(largestDifference(sums, values(i -> wave(i) + added[i]))).isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.5, 0.9})
  void alphaDropoutSetsTheRateToSaturationAndMovesAll(double rate) {
    double scale = 1 / Math.sqrt((1 - rate) * (1 + rate * SATURATION * SATURATION));
    double shift = -scale * rate * SATURATION;
    double dropped = scale * SATURATION + shift;

    double[] given = given(alphaDropout(rate), NoiseTest::wave, ONE_STEP);

    int[] retained =
        IntStream.range(0, WIDTH).filter(i -> Math.abs(given[i] - dropped) > 1e-9).toArray();
    assertThat(1 - (double) retained.length / WIDTH)
        .isCloseTo(rate, within(fourErrors(rate * (1 - rate))));
    assertThat(Arrays.stream(retained).mapToDouble(i -> given[i] - scale * wave(i) - shift))
        .allMatch(difference -> Math.abs(difference) < 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.05, FLOAT64", "0.2, FLOAT64", "0.5, FLOAT64", "0.2, FLOAT32"})
  void alphaDropoutKeepsMeanZeroAndVarianceOne(double rate, Precision precision) {
    Random normal = new Random(5);
    double[] inputs = values(i -> normal.nextGaussian());

    double[] given = given(alphaDropout(rate), i -> inputs[i], ONE_STEP.precision(precision));

    double fourth = mean(given, x -> Math.pow(x, 4));
    assertThat(mean(given, x -> x)).isCloseTo(0, within(fourErrors(1)));
    assertThat(mean(given, x -> x * x)).isCloseTo(1, within(fourErrors(fourth - 1)));
  }

  static Stream<Noise> noises() {
    return Stream.of(alphaDropout(0.5), gaussianDropout(0.5), gaussianNoise(0.5));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void theSeedAloneDecides(Noise noise) {
    double[] once = given(noise, x -> 1, ONE_STEP);

    double[] again = given(noise, x -> 1, ONE_STEP);
    double[] other = given(noise, x -> 1, ONE_STEP.seed(12));

    assertThat(Arrays.equals(again, once)).isTrue();
    assertThat(correlation(once, other)).isCloseTo(0, within(fourErrors(1)));
  }

  @Test
  void twoNoisesAreIndependent() {
    double[] once = given(gaussianNoise(1), x -> 0, ONE_STEP);

    double[] both =
        weights(
            Dataset.of(new double[][] {values(x -> 0)}, new double[] {1}),
            ONE_STEP,
            gaussianNoise(1),
            gaussianNoise(1));

    double[] second = values(i -> both[i] - once[i]);
    assertNormal(second, 0, 1);
    assertThat(correlation(once, second)).isCloseTo(0, within(fourErrors(1)));
  }

  /** The inputs of the unit behind this noise. */
  private static double[] given(Noise noise, IntToDoubleFunction inputs, TrainingPlan plan) {
    return weights(Dataset.of(new double[][] {values(inputs)}, new double[] {1}), plan, noise);
  }

  private static double[] weights(Dataset data, TrainingPlan plan, Noise... noises) {
    Network network = sequential(input(WIDTH), stack(noises), SUM);
    return ExactTraining.unitKernel(Trainer.create().train(network, plan, data), "sum");
  }

  private static void assertNormal(double[] values, double mean, double variance) {
    double deviation = Math.sqrt(variance);
    assertThat(mean(values, x -> x)).isCloseTo(mean, within(fourErrors(variance)));
    assertThat(mean(values, x -> Math.pow(x - mean, 2)))
        .isCloseTo(variance, within(fourErrors(2 * variance * variance)));
    assertThat(mean(values, x -> Math.abs(x - mean) > deviation ? 1 : 0))
        .isCloseTo(BEYOND_ONE, within(fourErrors(BEYOND_ONE * (1 - BEYOND_ONE))));
    assertThat(mean(values, x -> Math.abs(x - mean) > 3 * deviation ? 1 : 0))
        .isCloseTo(BEYOND_THREE, within(fourErrors(BEYOND_THREE)));
  }

  /** Of the mean of so many numbers of this variance. */
  private static double fourErrors(double variance) {
    return 4 * Math.sqrt(variance / WIDTH);
  }

  /** AssertJ's own comparison of so many numbers takes seconds. */
  private static double largestDifference(double[] one, double[] other) {
    return Arrays.stream(values(i -> Math.abs(one[i] - other[i]))).max().orElseThrow();
  }

  private static double correlation(double[] one, double[] other) {
    double mean = mean(one, x -> x);
    double otherMean = mean(other, x -> x);
    double[] products = values(i -> (one[i] - mean) * (other[i] - otherMean));
    double variance = mean(one, x -> Math.pow(x - mean, 2));
    double otherVariance = mean(other, x -> Math.pow(x - otherMean, 2));
    return mean(products, x -> x) / Math.sqrt(variance * otherVariance);
  }

  private static double mean(double[] values, DoubleUnaryOperator of) {
    return Arrays.stream(values).map(of).average().orElseThrow();
  }

  private static double[] values(IntToDoubleFunction value) {
    return IntStream.range(0, WIDTH).mapToDouble(value).toArray();
  }

  private static double wave(int index) {
    return Math.sin(index);
  }
}
