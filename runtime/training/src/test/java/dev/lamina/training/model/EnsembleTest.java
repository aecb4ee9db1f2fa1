package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {

  private static final TrainingPlan PLAN =
      training(meanSquaredError(), sgd()).precision(Precision.FLOAT64);
  private static final double[] ONE = {1};

  @Test
  void thePredictionIsTheMeanOfTheMembersAndTheDeviationTheirSpread() {
    Ensemble ensemble = Ensemble.of(model(1, 10), model(2, 20), model(6, 30));

    double[] mean = ensemble.predict(ONE);
    double[][] rows = ensemble.predict(new double[][] {{1}, {-2}});
    UncertainPrediction prediction = ensemble.predictWithUncertainty(ONE);

    assertThat(mean).containsExactly(new double[] {3, 20}, within(1e-14));
    assertThat(rows[1]).containsExactly(new double[] {-6, -40}, within(1e-13));
    assertThat(prediction.mean()).containsExactly(mean);
    assertThat(prediction.standardDeviation())
        .containsExactly(new double[] {Math.sqrt(7), 10}, within(1e-14));
  }

  @Test
  void theMeanOfIndependentMembersHasTheVarianceOfOneOverTheirNumber() {
    int units = 2000;
    int members = 5;
    double sigma = 0.7;
    Random random = new Random(11);
    List<Model> models =
        IntStream.range(0, members)
            .mapToObj(
                member ->
                    model(
                        DoubleStream.generate(() -> sigma * random.nextGaussian())
                            .limit(units)
                            .toArray()))
            .toList();
    Ensemble ensemble = Ensemble.of(models);

    double[] means = ensemble.predict(ONE);
    double[] deviations = ensemble.predictWithUncertainty(ONE).standardDeviation();

    // The mean of n squares of normal numbers is off by sqrt(2 / n) of itself.
    double expected = sigma * sigma / members;
    assertThat(meanSquare(means))
        .isCloseTo(expected, within(4 * Math.sqrt(2.0 / units) * expected));
    assertThat(meanSquare(deviations))
        .isCloseTo(
            sigma * sigma, within(4 * Math.sqrt(2.0 / units / (members - 1)) * sigma * sigma));
    assertThat(meanSquare(models.get(0).predict(ONE)))
        .isCloseTo(sigma * sigma, within(4 * Math.sqrt(2.0 / units) * sigma * sigma));
  }

  @Test
  void membersMayHaveOtherNetworksAndPlans() {
    Network deep = sequential(input(1), dense(3).relu(), dense(2));
    Model other = Model.untrained(deep, training(meanSquaredError(), sgd()).seed(2));
    Model first = model(1, 2);

    double[] mean = Ensemble.of(first, other).predict(ONE);

    double[] alone = other.predict(ONE);
    assertThat(mean)
        .containsExactly(new double[] {(1 + alone[0]) / 2, (2 + alone[1]) / 2}, within(1e-14));
  }

  @Test
  void theClassIsThatOfTheMeanProbability() {
    Network network = sequential(input(1), dense(1).noBias().sigmoid().named("out"));
    TrainingPlan plan = training(binaryCrossEntropy(), sgd()).precision(Precision.FLOAT64);
    List<Model> models =
        IntStream.of(-1, -1, 10)
            .mapToObj(
                weight -> {
                  Model fresh = Model.untrained(network, plan);
                  return fresh.withWeights(
                      fresh.weights().with("out", "kernel", new double[][] {{weight}}));
                })
            .toList();

    Classification classification = Ensemble.of(models).classify(ONE);

    double one = (2 / (1 + Math.exp(1)) + 1 / (1 + Math.exp(-10))) / 3;
    assertThat(classification.index()).isEqualTo(1);
    assertThat(classification.probability()).isCloseTo(one, within(1e-14));
    assertThat(models.get(0).classify(ONE).index()).isZero();
  }

  @Test
  void outputsThatNameNoClassAreRefused() {
    Model model = model(1, 2);
    Ensemble ensemble = Ensemble.of(model, model);

    String message = messageOf(() -> ensemble.classify(ONE));

    assertThat(message).isEqualTo(messageOf(() -> model.classify(ONE)));
  }

  @Test
  void oneModelIsNoEnsemble() {
    String one = messageOf(() -> Ensemble.of(model(1)));
    String none = messageOf(() -> Ensemble.of());

    assertThat(one)
        .isEqualTo(
            """
            `Ensemble.of(models)` is not valid: 1 problem.
              1. `models` must be a list of at least 2 models but is one of 1.
                 Fix: train more, such as by other seeds.""");
    assertThat(none).contains("but is one of 0.");
  }

  @Test
  void modelsOfOtherShapesAreRefused() {
    Model wide = Model.untrained(sequential(input(2), dense(3)), PLAN);

    String message = messageOf(() -> Ensemble.of(model(1, 2), model(3, 4), wide));

    assertThat(message)
        .isEqualTo(
            """
            `Ensemble.of(models)` is not valid: 2 problems.
              1. Model 3 takes flat(2) but model 1 takes flat(1).
                 Fix: give models of the same inputs and outputs.
              2. Model 3 gives flat(3) but model 1 gives flat(2).
                 Fix: give models of the same inputs and outputs.""");
  }

  @Test
  void nullIsNoModel() {
    String list = messageOf(() -> Ensemble.of((List<Model>) null));
    String array = messageOf(() -> Ensemble.of((Model[]) null));
    String member = messageOf(() -> Ensemble.of(model(1), null));

    assertThat(list).contains("`models` must be a value but is null.");
    assertThat(array).isEqualTo(list);
    assertThat(member).contains("`model` must be a value but is null.");
  }

  @Test
  void theMembersAreThoseThatWereGiven() {
    Model one = model(1);
    Model other = model(2);

    assertThat(Ensemble.of(one, other).models()).containsExactly(one, other);
  }

  /** Linear units of one input with these weights and without biases. */
  private static Model model(double... weights) {
    Network network = sequential(input(1), dense(weights.length).noBias().named("units"));
    Model fresh = Model.untrained(network, PLAN);
    return fresh.withWeights(fresh.weights().with("units", "kernel", new double[][] {weights}));
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(value -> value * value).average().orElseThrow();
  }
}
