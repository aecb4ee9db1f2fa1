package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.kernel;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropConnectTest {

  private static final int WIDTH = 10_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.8})
  void theShareOfWeightsThatIsDroppedIsTheRateAndTheOthersCountMore(double rate) {
    double[] learned = maskOf(rate, 7, 1);

    long dropped = Arrays.stream(learned).filter(weight -> weight == 0).count();
    double[] others = Arrays.stream(learned).filter(weight -> weight != 0).toArray();
    double[] expected = new double[others.length];
    Arrays.fill(expected, 1 / (1 - rate));
    double deviation = Math.sqrt(rate * (1 - rate) / WIDTH);
    assertThat((double) dropped / WIDTH).isCloseTo(rate, within(4 * deviation));
    assertThat(others).containsExactly(expected, EXACT);
  }

  @Test
  void theSeedDecidesWhatIsDropped() {
    double[] once = maskOf(0.5, 7, 1);

    double[] again = maskOf(0.5, 7, 1);
    double[] other = maskOf(0.5, 8, 1);

    assertThat(again).containsExactly(once);
    assertThat(agreement(once, other)).isBetween(0.47, 0.53);
  }

  @Test
  void eachUpdateDropsOtherWeights() {
    double[] first = maskOf(0.5, 7, 1);
    double[] second = maskOf(0.5, 7, 2);

    double[] moved = new double[WIDTH];
    Arrays.setAll(moved, i -> second[i] - first[i]);

    assertThat(agreement(first, moved)).isBetween(0.47, 0.53);
  }

  /**
   * Below is the identity, above a sum: a weight of 0.5 from input i to unit j is dropped where
   * training leaves it as it is, and then every other number follows.
   */
  @Test
  void forwardAndBackwardPassUseTheSameMaskAndDroppedWeightsHaveNoGradient() {
    double[] x = {1, 2, -4, 8};
    double rate = 0.25;
    double eta = 1e-3;

    TrainingResult result =
        train(
            layered(rate),
            training(meanSquaredError(), sgd(eta)).seed(3),
            Dataset.of(new double[][] {x}, new double[] {1}));

    double[][] learned = kernel(result, "dropped");
    double[][] counted = new double[4][3];
    double output = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        counted[i][j] = learned[i][j] == 0.5 ? 0 : 0.5 / (1 - rate);
        output += counted[i][j] * x[i];
      }
    }
    double slope = 2 * (output - 1);
    assertThat(Arrays.stream(counted).flatMapToDouble(Arrays::stream)).contains(0.0, 0.5 / 0.75);
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo((output - 1) * (output - 1), EXACT);
    for (int i = 0; i < 4; i++) {
      double above = Arrays.stream(counted[i]).sum();
      double[] dropped = new double[3];
      double[] below = new double[4];
      for (int j = 0; j < 3; j++) {
        dropped[j] = 0.5 - eta * slope * counted[i][j] / 0.5 * x[i];
      }
      for (int k = 0; k < 4; k++) {
        below[k] = (k == i ? 1 : 0) - eta * slope * above * x[k];
      }
      assertThat(learned[i]).containsExactly(dropped, EXACT);
      assertThat(ExactTraining.column(kernel(result, "below"), i)).containsExactly(below, EXACT);
    }
    double bias = -eta * slope;
    assertThat(vector(result, "dropped", "bias"))
        .containsExactly(new double[] {bias, bias, bias}, EXACT);
  }

  @Test
  void predictionAndEvaluationDropNothing() {
    Model model = untrained(layered(0.25), training(meanSquaredError(), sgd()));

    double[] output = model.predict(new double[] {1, 2, -4, 8});

    assertThat(output).containsExactly(new double[] {3 * 0.5 * 7}, EXACT);
    assertThat(model.evaluate(Dataset.of(new double[][] {{1, 2, -4, 8}}, new double[] {10})).loss())
        .isCloseTo(0.25, EXACT);
  }

  /** The loss is the output itself here, whose mean over many masks is that of prediction. */
  @Test
  void theOutputIsThatOfPredictionInExpectation() {
    Network network =
        sequential(
            input(4),
            dense(1).initializer(constant(0.5)).biasInitializer(constant(3)).dropConnect(0.5));
    double[][] rows = new double[2_000][];
    Arrays.fill(rows, new double[] {1, 2, 3, 4});
    Dataset data = Dataset.of(rows, new double[rows.length]);
    TrainingPlan plan = training(absoluteError(), sgd(0)).batchSize(1).seed(5);

    TrainingResult result = train(network, plan, data);

    double variance = (1 + 4 + 9 + 16) * 0.25 * 0.5 / 0.5;
    assertThat(result.history().values(training(loss()))[0])
        .isCloseTo(8, within(4 * Math.sqrt(variance / rows.length)));
    assertThat(result.model().predict(rows[0])).containsExactly(8);
  }

  @Test
  void aRateOfZeroIsNoDropConnect() {
    Network network = layered(0);
    Network plain =
        sequential(
            input(4),
            dense(4).noBias().initializer(identity()).named("below"),
            dense(3).initializer(constant(0.5)).named("dropped"),
            dense(1).noBias().initializer(constant(1)));

    assertThat(network).isEqualTo(plain);
  }

  private static Network layered(double rate) {
    return sequential(
        input(4),
        dense(4).noBias().initializer(identity()).named("below"),
        dense(3).initializer(constant(0.5)).dropConnect(rate).named("dropped"),
        dense(1).noBias().initializer(constant(1)));
  }

  /**
   * The weights of a unit that start at 0 and should make 1 of ones: after one step of 0.5 from the
   * output 0 they are their mask.
   */
  private static double[] maskOf(double rate, long seed, int epochs) {
    Network network =
        sequential(
            input(WIDTH), dense(1).noBias().initializer(zeros()).dropConnect(rate).named("unit"));
    double[] ones = new double[WIDTH];
    Arrays.fill(ones, 1);
    TrainingPlan plan = training(meanSquaredError(), sgd(0.5)).epochs(epochs).seed(seed);
    return unitKernel(
        train(network, plan, Dataset.of(new double[][] {ones}, new double[] {1})), "unit");
  }

  /** How often two masks drop both or neither. */
  private static double agreement(double[] one, double[] other) {
    return (double) IntStream.range(0, WIDTH).filter(i -> (one[i] == 0) == (other[i] == 0)).count()
        / WIDTH;
  }
}
