package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.column;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The weight-scaling inference rule: a network whose neurons were retained with probability p
 * predicts with p times their outgoing weights. Lamina scales by 1 / p in training instead, which
 * gives the same prediction: the mean over all thinned networks.
 */
class WeightScalingTest {

  private static final double[] VALUES = {1, -2, 0.5};
  private static final int SEEDS = 20;
  private static final int ROWS = 500;
  private static final Dense UNIT = dense(1).named("unit");
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(0.5));

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 0.5, 0.9})
  void predictionIsTheMeanOverAllThinnedNetworks(double rate) {
    Model model = untrained(sequential(input(3), dropout(rate), UNIT), PLAN);
    double[] weights = column(model.weights().matrix("unit", "kernel"), 0);

    double predicted = model.predict(VALUES)[0];

    assertThat(predicted).isCloseTo(mean(rate, scaledUp(weights, rate)), EXACT);
  }

  /** In the documents' form weights are not scaled while training, but for prediction, by p. */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 0.5, 0.9})
  void predictionIsThatOfTheDocumentsRule(double rate) {
    Model model = untrained(sequential(input(3), dropout(rate), UNIT), PLAN);
    double[] inTraining = scaledUp(column(model.weights().matrix("unit", "kernel"), 0), rate);

    double predicted = model.predict(VALUES)[0];

    double[] inPrediction = by(inTraining, 1 - rate);
    assertThat(predicted).isCloseTo(new PlainUnit(inPrediction, 0).output(VALUES), EXACT);
    assertThat(predicted).isCloseTo(mean(rate, inTraining), EXACT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5})
  void aTrainingPassIsThatOfAThinnedNetworkAsOftenAsItsMaskIsDrawn(double rate) {
    int passes = 300;
    // So small a rate leaves the weights as they are; far from the target, p = y - sqrt(loss).
    TrainingPlan still = training(meanSquaredError(), sgd(1e-20)).epochs(passes).seed(2);
    Dataset data = Dataset.of(new double[][] {VALUES}, new double[] {100});

    TrainingResult result = train(sequential(input(3), dropout(rate), UNIT), still, data);

    double[] outputs =
        Arrays.stream(result.history().values(training(loss())))
            .map(loss -> 100 - Math.sqrt(loss))
            .toArray();
    double[] weights = scaledUp(column(result.model().weights().matrix("unit", "kernel"), 0), rate);
    int found = 0;
    for (int mask = 0; mask < 8; mask++) {
      double thinned = thinned(mask, weights);
      long count = Arrays.stream(outputs).filter(p -> Math.abs(p - thinned) < 1e-9).count();
      double chance = chance(mask, rate);
      double deviation = Math.sqrt(passes * chance * (1 - chance));
      assertThat((double) count).isCloseTo(passes * chance, within(4 * deviation));
      found += (int) count;
    }
    assertThat(found).isEqualTo(passes);
  }

  /** Noise, and the variance of what it gives for a value. */
  static Stream<Arguments> noises() {
    return Stream.of(
        noise(dropout(0.2), value -> value * value * 0.2 / 0.8),
        noise(dropout(0.6), value -> value * value * 0.6 / 0.4),
        noise(gaussianDropout(0.4), value -> value * value * 0.4 / 0.6),
        noise(gaussianNoise(0.5), value -> 0.25));
  }

  private static Arguments noise(Noise noise, DoubleUnaryOperator variance) {
    return arguments(noise, variance);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void theMeanOfTrainingPassesIsThePredictionBehindHiddenNeuronsToo(
      Noise noise, DoubleUnaryOperator variance) {
    Network network = sequential(input(3), dense(6).tanh().named("hidden"), noise, UNIT);

    double[] deviations =
        LongStream.rangeClosed(1, SEEDS)
            .mapToDouble(seed -> deviation(network, PLAN.seed(seed), variance))
            .toArray();

    // Each is drawn from N(0, 1): so is their sum over the root of their number.
    assertThat(Arrays.stream(deviations).sum() / Math.sqrt(SEEDS)).isCloseTo(0, within(4.0));
    assertThat(Arrays.stream(deviations).map(z -> z * z).sum() / SEEDS)
        .isCloseTo(1, within(4 * Math.sqrt(2.0 / SEEDS)));
  }

  /**
   * How far the mean output of a batch of training is from the prediction, in standard errors.
   *
   * <p>With targets of 0 a step of rate 0.5 takes the mean output from the bias, which starts at 0.
   */
  private static double deviation(
      Network network, TrainingPlan plan, DoubleUnaryOperator variance) {
    Model model = untrained(network, plan);
    double[][] rows = Collections.nCopies(ROWS, VALUES).toArray(double[][]::new);
    Dataset data = Dataset.of(rows, new double[ROWS]);
    double mean = -vector(train(network, plan.batchSize(ROWS), data), "unit", "bias")[0];
    double[][] incoming = model.weights().matrix("hidden", "kernel");
    double[] outgoing = column(model.weights().matrix("unit", "kernel"), 0);
    double sum = 0;
    for (int neuron = 0; neuron < outgoing.length; neuron++) {
      double z = new PlainUnit(column(incoming, neuron), 0).output(VALUES);
      sum += Math.pow(outgoing[neuron], 2) * variance.applyAsDouble(Math.tanh(z));
    }
    return (mean - model.predict(VALUES)[0]) / Math.sqrt(sum / ROWS);
  }

  private static double[] scaledUp(double[] weights, double rate) {
    return by(weights, 1 / (1 - rate));
  }

  private static double[] by(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /** The mean output over all masks, each as likely as it is drawn. */
  private static double mean(double rate, double[] weights) {
    return IntStream.range(0, 1 << VALUES.length)
        .mapToDouble(mask -> chance(mask, rate) * thinned(mask, weights))
        .sum();
  }

  private static double chance(int mask, double rate) {
    int retained = Integer.bitCount(mask);
    return Math.pow(1 - rate, retained) * Math.pow(rate, VALUES.length - retained);
  }

  /** The output of the network without the neurons whose bit is 0. */
  private static double thinned(int mask, double[] weights) {
    return IntStream.range(0, VALUES.length)
        .filter(neuron -> (mask >> neuron & 1) == 1)
        .mapToDouble(neuron -> weights[neuron] * VALUES[neuron])
        .sum();
  }
}
