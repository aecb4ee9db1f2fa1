package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.model.Evaluation;
import dev.lamina.training.model.Gradients;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loss of n samples is {@code sum(w l) / n}; metrics do not look at weights. */
class SampleWeightsTest {

  private static final double[][] ROWS = {{1}, {2}, {-1}, {0.5}, {3}};
  private static final double[] TARGETS = {1, 0, 4, -1, 2};
  private static final double[] WEIGHTS = {2, 0, 1, 0.5, 3};
  private static final Dataset WEIGHTED = Dataset.of(ROWS, TARGETS).weighted(WEIGHTS);
  private static final Network UNIT =
      sequential(input(1), dense(1).initializer(zeros()).named("unit"));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(0.05));

  @Test
  void aStepFollowsTheWeighedGradient() {
    TrainingResult result = train(UNIT, PLAN, WEIGHTED);

    // Outputs are 0: the mean of w (0 - y)^2 is (2 + 0 + 16 + 0.5 + 12) / 5.
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {30.5 / 5}, EXACT);
    // Of -2 w y x: -4 + 0 + 8 + 0.5 - 36, and of -2 w y: -4 + 0 - 8 + 1 - 12.
    assertUnit(result, new PlainUnit(new double[] {0.05 * 31.5 / 5}, 0.05 * 23 / 5));
  }

  @Test
  void shuffledSamplesKeepTheirWeights() {
    TrainingPlan plan = PLAN.batchSize(1).epochs(3).seed(7);

    TrainingResult result = train(UNIT, plan, WEIGHTED);

    PlainUnit unit = PlainUnit.zero(1);
    for (int epoch = 0; epoch < 3; epoch++) {
      for (int row : SampleOrder.shuffled(5, Seeds.sampleOrder(plan, epoch))) {
        double rate = 0.05 * WEIGHTS[row];
        unit = unit.descended(rate, new double[][] {ROWS[row]}, new double[] {TARGETS[row]});
      }
    }
    assertUnit(result, unit);
  }

  @Test
  void theLossOfAnEpochIsTheMeanOfBatchLossesBySize() {
    TrainingPlan plan = inGivenOrder(PLAN.batchSize(2).measure(meanAbsoluteError()), 5);

    TrainingResult result = train(UNIT, plan, WEIGHTED);

    double losses = 0;
    double distances = 0;
    PlainUnit unit = PlainUnit.zero(1);
    for (int from = 0; from < 5; from += 2) {
      int to = Math.min(from + 2, 5);
      double[] lost = new double[2];
      for (int row = from; row < to; row++) {
        double error = unit.output(ROWS[row]) - TARGETS[row];
        losses += WEIGHTS[row] * error * error;
        distances += Math.abs(error);
        lost[0] += 0.05 * 2 * WEIGHTS[row] * error * ROWS[row][0] / (to - from);
        lost[1] += 0.05 * 2 * WEIGHTS[row] * error / (to - from);
      }
      unit = unit.minus(lost);
    }
    assertUnit(result, unit);
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {losses / 5}, EXACT);
    assertThat(result.history().values(training(meanAbsoluteError())))
        .containsExactly(new double[] {distances / 5}, EXACT);
  }

  @ParameterizedTest
  @MethodSource("dev.lamina.training.check.EveryGradientTest#losses")
  void aSampleOfWeightTwoCountsAsTwoOfIt(Loss loss, Activation output, double[][] targets) {
    Network network =
        sequential(
            input(1), dense(4).tanh().named("hidden"), dense(3).activation(output).named("out"));
    Model model = untrained(network, training(loss, sgd()).seed(3));
    double[][] twice = {ROWS[0], ROWS[0], ROWS[2]};
    double[][] wanted = {targets[0], targets[0], targets[2]};

    Gradients weighted =
        model.gradients(
            Dataset.of(Arrays.copyOf(ROWS, 3), Arrays.copyOf(targets, 3))
                .weighted(new double[] {2, 0, 1}));
    Gradients repeated = model.gradients(Dataset.of(twice, wanted));

    for (String layer : new String[] {"hidden", "out"}) {
      for (String parameter : new String[] {"kernel", "bias"}) {
        assertThat(weighted.values(layer, parameter))
            .containsExactly(repeated.values(layer, parameter), EXACT);
      }
    }
  }

  @Test
  void validationDataIsWeighedToo() {
    TrainingPlan plan =
        training(binaryCrossEntropy(), sgd(0)).measure(accuracy(), meanAbsoluteError());
    Network network =
        sequential(input(1), dense(1).initializer(zeros()).biasInitializer(ones()).sigmoid());
    Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {1, 0, 0});
    double p = 1 / (1 + Math.exp(-1));

    TrainingResult result =
        train(network, plan, Split.of(data, data.weighted(new double[] {3, 0, 0.5})));
    Evaluation evaluation = result.model().evaluate(data.weighted(new double[] {3, 0, 0.5}));

    double expected = (3 * -Math.log(p) + 0.5 * -Math.log(1 - p)) / 3;
    assertThat(result.history().values(validation(loss())))
        .containsExactly(new double[] {expected}, EXACT);
    assertThat(evaluation.loss()).isCloseTo(expected, EXACT);
    assertThat(evaluation.value(accuracy())).isCloseTo(1.0 / 3, EXACT);
    assertThat(evaluation.value(meanAbsoluteError())).isCloseTo((1 - p + p + p) / 3, EXACT);
  }

  @Test
  void weightsOfOneChangeNoBit() {
    Network network = sequential(input(1), dense(8).relu(), dropout(0.2), dense(1));
    TrainingPlan plan = training(meanSquaredError(), adam(0.01)).batchSize(2).epochs(5).seed(3);
    Dataset data = Dataset.of(ROWS, TARGETS);

    TrainingResult plain = train(network, plan, data);
    TrainingResult weighted = train(network, plan, data.weighted(new double[] {1, 1, 1, 1, 1}));

    assertThat(weights(weighted)).isEqualTo(weights(plain));
    assertThat(weighted.history().values(training(loss())))
        .isEqualTo(plain.history().values(training(loss())));
  }
}
