package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.kernel;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What dropout gives on is read from weights: a linear unit that starts at 0 and should give 1 has
 * the gradient -2 d for inputs d, so that one step of 0.5 makes its weights equal to its inputs.
 */
class DropoutTest {

  private static final int WIDTH = 10_000;
  private static final Dense SUM = dense(1).noBias().initializer(zeros()).named("sum");
  private static final TrainingPlan ONE_STEP = training(meanSquaredError(), sgd(0.5)).seed(11);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
  void theRateIsTheShareThatIsDroppedAndTheRestIsScaledUp(double rate) {
    Network network = sequential(input(WIDTH), dropout(rate), SUM);

    double[] given = unitKernel(train(network, ONE_STEP, oneSample(WIDTH)), "sum");

    assertThat(shareOf(0, given)).isCloseTo(rate, within(fourDeviations(rate)));
    assertThat(Arrays.stream(given).filter(value -> value != 0))
        .allSatisfy(value -> assertThat(value).isCloseTo(1 / (1 - rate), EXACT));
  }

  @Test
  void whatIsDroppedIsTheOutputOfTheLayerBeforeActivationIncluded() {
    Network network =
        sequential(input(1), dense(WIDTH).initializer(zeros()).sigmoid(), dropout(0.2), SUM);

    double[] given = unitKernel(train(network, ONE_STEP, oneSample(1)), "sum");

    assertThat(shareOf(0, given)).isCloseTo(0.2, within(fourDeviations(0.2)));
    assertThat(Arrays.stream(given).filter(value -> value != 0))
        .allSatisfy(value -> assertThat(value).isCloseTo(0.5 / 0.8, EXACT));
  }

  @Test
  void onlyTheWeightsOfRetainedNeuronsLearnAndTheLossIsThatOfTheThinnedNetwork() {
    Network network =
        sequential(
            input(1),
            dense(20).noBias().initializer(ones()).named("hidden"),
            dropout(0.5),
            dense(1).noBias().initializer(ones()).named("sum"));
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {0});

    TrainingResult result = train(network, training(meanSquaredError(), sgd(1e-3)), data);

    // k retained neurons give 2 each, so p = 2k, and each of their weights has the gradient 2p * 2.
    double[] outgoing = unitKernel(result, "sum");
    double retained = Arrays.stream(outgoing).filter(weight -> weight != 1).count();
    double learned = 1 - 1e-3 * 2 * (2 * retained) * 2;
    assertThat(retained).isBetween(1.0, 19.0);
    assertThat(Arrays.stream(outgoing).filter(weight -> weight != 1))
        .allSatisfy(weight -> assertThat(weight).isCloseTo(learned, EXACT));
    assertThat(kernel(result, "hidden")[0]).containsExactly(outgoing, EXACT);
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo(4 * retained * retained, EXACT);
  }

  @Test
  void twoDropoutsDropIndependently() {
    Network network = sequential(input(WIDTH), dropout(0.5), dropout(0.5), SUM);

    double[] given = unitKernel(train(network, ONE_STEP, oneSample(WIDTH)), "sum");

    assertThat(shareOf(0, given)).isCloseTo(0.75, within(fourDeviations(0.75)));
    assertThat(Arrays.stream(given).filter(value -> value != 0)).containsOnly(4.0);
  }

  @Test
  void eachSampleOfABatchHasItsOwnMask() {
    Dense one = dense(2).noBias().initializer(zeros()).named("one each");
    Network network = sequential(input(WIDTH), dropout(0.5), one);
    Dataset two =
        Dataset.of(new double[][] {ofOnes(WIDTH), ofOnes(WIDTH)}, new double[][] {{1, 0}, {0, 1}});

    // The gradient of output j by sample s is 2 (p - y) d / (2 samples * 2 outputs).
    TrainingResult result = train(network, training(meanSquaredError(), sgd(2)), two);

    double[][] masks = kernel(result, "one each");
    assertThat(Arrays.stream(masks).flatMapToDouble(Arrays::stream)).containsOnly(0.0, 2.0);
    assertThat(Arrays.stream(masks).filter(pair -> pair[0] == 0 && pair[1] == 0).count())
        .isCloseTo(WIDTH / 4, within((long) (WIDTH * fourDeviations(0.25))));
  }

  @Test
  void predictionAndEvaluationDropNothing() {
    Network dropping =
        sequential(
            input(3),
            dropout(0.5),
            dense(50).relu().named("hidden"),
            dropout(0.9),
            dense(1).named("out"));
    Network plain = sequential(input(3), dense(50).relu().named("hidden"), dense(1).named("out"));
    Model model = untrained(dropping, ONE_STEP);
    Model reference = untrained(plain, ONE_STEP).withWeights(model.weights());
    double[][] rows = {{1, 2, 3}, {-1, 0.5, 0}};
    Dataset data = Dataset.of(rows, new double[] {1, 2});

    double[][] predicted = model.predict(rows);
    double evaluated = model.evaluate(data).loss();

    assertThat(predicted).isDeepEqualTo(reference.predict(rows));
    assertThat(evaluated).isEqualTo(reference.evaluate(data).loss());
  }

  @Test
  void aRateOfZeroChangesNothing() {
    Dense hidden = dense(8).tanh().named("hidden");
    Network plain = sequential(input(2), hidden, dense(1).named("out"));
    Network idle = sequential(input(2), dropout(0), hidden, dropout(0), dense(1).named("out"));
    TrainingPlan plan = training(meanSquaredError(), adam()).epochs(3).batchSize(2).seed(5);
    Dataset data = Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {1, 0, 1});

    TrainingResult result = train(idle, plan, data);

    assertThat(weights(result)).isEqualTo(weights(train(plain, plan, data)));
    assertThat(weights(result)).isNotEqualTo(untrained(plain, plan).weights());
  }

  private static Dataset oneSample(int width) {
    return Dataset.of(new double[][] {ofOnes(width)}, new double[] {1});
  }

  private static double[] ofOnes(int width) {
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double shareOf(double wanted, double[] values) {
    return (double) Arrays.stream(values).filter(value -> value == wanted).count() / values.length;
  }

  /** Of the share that is hit with this probability. */
  private static double fourDeviations(double probability) {
    return 4 * Math.sqrt(probability * (1 - probability) / WIDTH);
  }
}
