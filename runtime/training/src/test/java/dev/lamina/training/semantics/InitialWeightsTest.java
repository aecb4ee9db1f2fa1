package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.glorotNormal;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.heUniform;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.lecunNormal;
import static dev.lamina.dsl.Initializers.lecunUniform;
import static dev.lamina.dsl.Initializers.normal;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights that training starts from. */
class InitialWeightsTest {

  private static final int INPUTS = 400;
  private static final int UNITS = 250;
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd()).seed(5);
  private static final Network NETWORK =
      sequential(input(30), dense(20).named("first"), dense(20).named("second"), dense(1));

  /** Variance, and the largest magnitude in standard deviations. */
  static Stream<Arguments> random() {
    double uniform = Math.sqrt(3);
    double normal = 2 / 0.8796256610342398;
    return Stream.of(
        Arguments.of(glorotUniform(), 2.0 / (INPUTS + UNITS), uniform),
        Arguments.of(glorotNormal(), 2.0 / (INPUTS + UNITS), normal),
        Arguments.of(heUniform(), 2.0 / INPUTS, uniform),
        Arguments.of(heNormal(), 2.0 / INPUTS, normal),
        Arguments.of(lecunUniform(), 1.0 / INPUTS, uniform),
        Arguments.of(lecunNormal(), 1.0 / INPUTS, normal));
  }

  static Stream<Arguments> same() {
    return Stream.of(
        Arguments.of(zeros(), 0), Arguments.of(ones(), 1), Arguments.of(constant(-0.3), -0.3));
  }

  @ParameterizedTest
  @MethodSource("random")
  void randomWeightsHaveMeanZeroAndTheirVarianceAndLimit(
      Initializer initializer, double variance, double limit) {
    double[] w = kernel(initializer);

    double mean = Arrays.stream(w).average().orElseThrow();
    double square = Arrays.stream(w).map(each -> each * each).average().orElseThrow();
    double largest = Arrays.stream(w).map(Math::abs).max().orElseThrow();

    double deviation = Math.sqrt(variance);
    assertThat(mean).isCloseTo(0, within(4 * deviation / Math.sqrt(w.length)));
    assertThat(square).isCloseTo(variance, within(0.02 * variance));
    assertThat(largest).isBetween(0.995 * limit * deviation, limit * deviation);
  }

  @ParameterizedTest
  @MethodSource("random")
  void theSpreadIsUniformOrNormal(Initializer initializer, double variance, double limit) {
    double[] w = kernel(initializer);

    double near = Arrays.stream(w).filter(each -> Math.abs(each) < Math.sqrt(variance)).count();

    // Of a uniform spread 1 / sqrt(3) lies within a deviation, of a truncated normal one 0.6505.
    double expected = limit < 2 ? 1 / Math.sqrt(3) : 0.6505;
    assertThat(near / w.length).isCloseTo(expected, within(0.01));
  }

  @ParameterizedTest
  @MethodSource("same")
  void constantWeightsAreExact(Initializer initializer, double expected) {
    double[] w = kernel(initializer);

    assertThat(w).hasSize(INPUTS * UNITS).containsOnly(expected);
  }

  @Test
  void weightsAreGlorotUniformUnlessGiven() {
    Network plain = sequential(input(30), dense(5).named("layer"));
    Network given = sequential(input(30), dense(5).initializer(glorotUniform()).named("layer"));

    Weights weights = untrained(plain, PLAN).weights();

    assertThat(weights).isEqualTo(untrained(given, PLAN).weights());
  }

  /** Initializer, mean, variance, and the bounds. */
  static Stream<Arguments> drawn() {
    double infinity = Double.POSITIVE_INFINITY;
    double cut = 0.8796256610342398 * 0.8796256610342398;
    return Stream.of(
        Arguments.of(uniform(), 0, 0.01 / 12, -0.05, 0.05),
        Arguments.of(uniform(1, 3), 2, 4.0 / 12, 1, 3),
        Arguments.of(normal(), 0, 0.0025, -infinity, infinity),
        Arguments.of(normal(3).mean(-2), -2, 9, -infinity, infinity),
        Arguments.of(truncatedNormal(), 0, 0.0025 * cut, -0.1, 0.1),
        Arguments.of(truncatedNormal(3).mean(-2), -2, 9 * cut, -8, 4));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void drawnWeightsHaveTheirMeanVarianceAndBounds(
      Initializer initializer, double mean, double variance, double min, double max) {
    double[] w = kernel(initializer);

    double average = Arrays.stream(w).average().orElseThrow();
    double square = Arrays.stream(w).map(each -> Math.pow(each - mean, 2)).average().orElseThrow();

    assertThat(w).hasSize(100_000);
    assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(variance / w.length)));
    assertThat(square).isCloseTo(variance, within(0.02 * variance));
    assertThat(Arrays.stream(w).min().orElseThrow()).isGreaterThanOrEqualTo(min);
    assertThat(Arrays.stream(w).max().orElseThrow()).isLessThanOrEqualTo(max);
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void biasesAreDrawnAlike(
      Initializer initializer, double mean, double variance, double min, double max) {
    double[] b = bias(10_000, initializer);

    double average = Arrays.stream(b).average().orElseThrow();
    double square = Arrays.stream(b).map(each -> Math.pow(each - mean, 2)).average().orElseThrow();

    assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(variance / b.length)));
    assertThat(square).isCloseTo(variance, within(0.06 * variance));
    assertThat(Arrays.stream(b).min().orElseThrow()).isGreaterThanOrEqualTo(min);
    assertThat(Arrays.stream(b).max().orElseThrow()).isLessThanOrEqualTo(max);
  }

  @ParameterizedTest
  @MethodSource("same")
  void constantBiasesAreExact(Initializer initializer, double expected) {
    double[] b = bias(50, initializer);

    assertThat(b).hasSize(50).containsOnly(expected);
  }

  @Test
  void aBiasCountsAsManyInputsAndOutputsAsThereAreUnits() {
    double[] b = bias(10_000, glorotUniform());

    double largest = Arrays.stream(b).map(Math::abs).max().orElseThrow();

    assertThat(largest).isBetween(0.99 * Math.sqrt(3e-4), Math.sqrt(3e-4));
  }

  @Test
  void orthogonalWeightsKeepTheLengthOfWhatComesIn() {
    Network network = sequential(input(40), dense(40).initializer(orthogonal().gain(2)));
    double[] row = new double[40];
    Arrays.setAll(row, i -> Math.sin(i));

    double[] output = untrained(network, PLAN).predict(row);

    double before = Arrays.stream(row).map(each -> each * each).sum();
    double after = Arrays.stream(output).map(each -> each * each).sum();
    assertThat(after).isCloseTo(4 * before, within(1e-11));
  }

  @Test
  void identityWeightsGiveOnWhatComesIn() {
    Network network = sequential(input(2), dense(3).initializer(identity().gain(0.5)));

    double[] output = untrained(network, PLAN).predict(new double[] {3, -4});

    assertThat(output).containsExactly(1.5, -2, 0);
  }

  @Test
  void biasesAreZeroAndLayersOfEqualShapeDiffer() {
    Network network =
        sequential(
            input(20),
            dense(20).initializer(heNormal()).named("first"),
            dense(20).initializer(heNormal()).named("second"));

    Weights weights = untrained(network, PLAN).weights();

    assertThat(weights.vector("first", "bias")).hasSize(20).containsOnly(0);
    assertThat(weights.vector("second", "bias")).hasSize(20).containsOnly(0);
    assertThat(weights.values("first", "kernel"))
        .doesNotContain(weights.values("second", "kernel"));
  }

  @Test
  void theSameSeedGivesTheSameBitsWhateverElseThePlanSays() {
    Weights weights = untrained(NETWORK, PLAN).weights();

    Weights again =
        untrained(NETWORK, training(meanSquaredError(), adam()).epochs(9).batchSize(1).seed(5))
            .weights();

    assertThat(again).isEqualTo(weights);
  }

  @Test
  void everySeedGivesOtherWeights() {
    double[] zero = untrained(NETWORK, PLAN.seed(0)).weights().values("first", "kernel");
    double[] one = untrained(NETWORK, PLAN.seed(1)).weights().values("first", "kernel");

    double[] negative = untrained(NETWORK, PLAN.seed(-1)).weights().values("first", "kernel");

    assertThat(one).doesNotContain(zero);
    assertThat(negative).doesNotContain(zero).doesNotContain(one);
  }

  @Test
  void singlePrecisionStartsFromTheSameWeightsRounded() {
    double[] exact = untrained(NETWORK, PLAN).weights().values("first", "kernel");

    double[] single = Model.untrained(NETWORK, PLAN).weights().values("first", "kernel");

    assertThat(single).containsExactly(Arrays.stream(exact).map(w -> (float) w).toArray());
  }

  @Test
  void trainingStartsFromThem() {
    Network network = sequential(input(2), dense(3).relu(), dense(1).sigmoid());
    TrainingPlan still = training(binaryCrossEntropy(), sgd(0)).epochs(2).seed(8);
    Dataset data = Dataset.of(new double[][] {{1, 2}, {3, 4}}, new double[] {0, 1});

    Weights learned = weights(train(network, still, data));

    assertThat(learned).isEqualTo(untrained(network, still).weights());
  }

  private static double[] kernel(Initializer initializer) {
    Network network =
        sequential(input(INPUTS), dense(UNITS).initializer(initializer).named("layer"));
    return untrained(network, PLAN).weights().values("layer", "kernel");
  }

  private static double[] bias(int units, Initializer initializer) {
    Network network =
        sequential(input(1), dense(units).biasInitializer(initializer).named("layer"));
    return untrained(network, PLAN).weights().vector("layer", "bias");
  }
}
