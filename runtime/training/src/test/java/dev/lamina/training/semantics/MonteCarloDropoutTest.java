package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.UncertainPrediction;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Monte-Carlo dropout of a linear unit, of which mean and variance are known: inputs are dropped
 * with probability r and scaled by 1 / (1 - r) otherwise, so that the output has the mean w x + b
 * and the variance sum (w x)^2 r / (1 - r).
 */
class MonteCarloDropoutTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), adam(0.01)).seed(5);
  private static final double[] ROW = {1, -2, 0.5};
  private static final double[][] WEIGHTS = {{0.5}, {1}, {-3}};
  private static final double BIAS = 0.25;
  private static final double MEAN = 0.5 - 2 - 1.5 + BIAS;
  private static final double RATE = 0.3;
  private static final double VARIANCE = (0.25 + 4 + 2.25) * RATE / (1 - RATE);
  private static final double SQUARES = 0.25 + 1 + 9;
  private static final Dense UNIT = dense(1).named("unit");

  /** All of them are random in their own way, with the variance of dropout. */
  static Stream<Network> units() {
    return Stream.of(
        sequential(input(3), dropout(RATE), UNIT),
        sequential(input(3), gaussianDropout(RATE), UNIT),
        sequential(input(3), UNIT.dropConnect(RATE)),
        sequential(input(3), UNIT.dropConnect(RATE).frozen(), dense(1).initializer(ones())),
        sequential(input(3), gaussianNoise(Math.sqrt(VARIANCE / SQUARES)), UNIT));
  }

  @ParameterizedTest
  @MethodSource("units")
  void meanAndDeviationTendToThoseInClosedForm(Network network) {
    int samples = 600;
    Model model = weighted(network);

    UncertainPrediction prediction = model.predictWithUncertainty(ROW, samples);

    double deviation = Math.sqrt(VARIANCE);
    double error = deviation / Math.sqrt(samples);
    assertThat(prediction.mean()[0]).isCloseTo(MEAN, within(4 * error));
    // That of a deviation is sigma / sqrt(2 n) for a normal variable, and below it for dropout.
    assertThat(prediction.standardDeviation()[0])
        .isCloseTo(deviation, within(4 * error / Math.sqrt(2)));
  }

  @Test
  void everySampleDropsUnitsOfItsOwn() {
    Model model = unit(dropout(RATE));
    double[][] rows = {ROW, ROW, {2, -4, 1}};

    List<UncertainPrediction> predictions = model.predictWithUncertainty(rows, 50);

    assertThat(predictions).hasSize(3);
    assertThat(predictions.get(0)).isNotEqualTo(predictions.get(1));
    assertThat(predictions.get(2).mean()[0])
        .isCloseTo(2 * MEAN - BIAS, within(8 * Math.sqrt(VARIANCE / 50)));
  }

  @Test
  void batchNormalizationTakesItsRunningAverages() {
    Model fresh =
        untrained(
            sequential(
                input(3),
                batchNorm().epsilon(0.5).named("norm"),
                dropout(RATE),
                dense(1).named("unit")),
            PLAN);
    Weights weights =
        fresh
            .weights()
            .with("norm", "movingMean", new double[] {1, 1, 1})
            .with("norm", "movingVariance", new double[] {3.5, 0.5, 1.75})
            .with("unit", "kernel", new double[][] {{0}, {1}, {0}});
    Model model = fresh.withWeights(weights);

    UncertainPrediction prediction = model.predictWithUncertainty(new double[] {9, 3, 9}, 40);

    // Only the second input counts: (3 - 1) / sqrt(0.5 + 0.5) = 2, dropped or scaled.
    double kept = 2 / (1 - RATE);
    double share = prediction.mean()[0] / kept;
    double variance = kept * kept * share * (1 - share) * 40 / 39;
    assertThat(share * 40).isCloseTo(Math.rint(share * 40), within(1e-9));
    assertThat(share).isStrictlyBetween(0.4, 1.0);
    assertThat(prediction.standardDeviation()[0]).isCloseTo(Math.sqrt(variance), EXACT);
    assertThat(model.weights()).isEqualTo(weights);
  }

  @Test
  void theSameSeedGivesTheSameNumbersWhateverElseIsPredicted() {
    Model model = unit(dropout(RATE));

    UncertainPrediction one = model.predictWithUncertainty(ROW, 10);
    double plain = model.predict(ROW)[0];
    UncertainPrediction again = model.predictWithUncertainty(ROW, 10);
    UncertainPrediction other = model.predictWithUncertainty(new double[][] {ROW}, 10, 6).get(0);
    UncertainPrediction named = model.predictWithUncertainty(new double[][] {ROW}, 10, 5).get(0);

    assertThat(plain).isCloseTo(MEAN, EXACT);
    assertThat(again).isEqualTo(one).hasSameHashCodeAs(one).hasToString(one.toString());
    assertThat(named).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void manyRowsArePredictedAsFewAre() {
    Model model = unit(dropout(RATE));
    double[][] rows = new double[2500][];
    Arrays.fill(rows, ROW);

    List<UncertainPrediction> predictions = model.predictWithUncertainty(rows, 2);

    double mean = predictions.stream().mapToDouble(each -> each.mean()[0]).average().orElseThrow();
    assertThat(mean).isCloseTo(MEAN, within(4 * Math.sqrt(VARIANCE / 5000)));
  }

  @Test
  void aNetworkWithoutDropoutIsRefused() {
    Model model = unit(dropout(0));

    String message = messageOf(() -> model.predictWithUncertainty(ROW, 10));

    assertThat(message)
        .isEqualTo(
            """
            `predictWithUncertainty` for network `sequential` is not valid: 1 problem.
              1. The network needs dropout, but has none: every forward pass would give the same outputs.
                 Fix: train it with layers such as `dropout(0.2)`, or compare several models by \
            `Ensemble.of(models)`.""");
  }

  @Test
  void oneSampleHasNoSpread() {
    Model model = unit(dropout(RATE));

    String message = messageOf(() -> model.predictWithUncertainty(ROW, 1));

    assertThat(message)
        .isEqualTo(
            """
            `predictWithUncertainty(features, 1)` is not valid: 1 problem.
              1. `samples` must be a whole number of at least 2 but is 1.
                 Fix: give the number of forward passes, such as 100.""");
  }

  @Test
  void featuresAreCheckedAsForOnePrediction() {
    Model model = unit(dropout(RATE));
    double[] tooFew = {1, 2};

    String message = messageOf(() -> model.predictWithUncertainty(tooFew, 10));

    assertThat(message).isEqualTo(messageOf(() -> model.predict(tooFew)));
  }

  private static Model unit(Block before) {
    return weighted(sequential(input(3), before, UNIT));
  }

  private static Model weighted(Network network) {
    Model fresh = untrained(network, PLAN);
    return fresh.withWeights(
        fresh.weights().with("unit", "kernel", WEIGHTS).with("unit", "bias", new double[] {BIAS}));
  }
}
