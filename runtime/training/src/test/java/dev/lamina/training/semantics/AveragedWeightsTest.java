package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import org.junit.jupiter.api.Test;

/** The moving average of weights: a_1 = w_1, and then a_k = decay a_(k-1) + (1 - decay) w_k. */
class AveragedWeightsTest {

  private static final double[][] ROWS = {{1}, {2}, {-1}};
  private static final double[] TARGETS = {1, 0, 4};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
  private static final Dataset OTHER = Dataset.of(new double[][] {{0.5}}, new double[] {3});
  private static final Network UNIT =
      sequential(input(1), dense(1).initializer(zeros()).named("unit"));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(0.1)).epochs(3);

  @Test
  void theModelHasTheAverage() {
    TrainingResult result = train(UNIT, PLAN.averageWeights(0.9), DATA);

    PlainUnit first = updated(1);
    PlainUnit second = mixed(0.9, first, updated(2));
    assertUnit(result, mixed(0.9, second, updated(3)));
  }

  @Test
  void validationMeasuresTheAverageAndTrainingDoesNot() {
    TrainingResult result = train(UNIT, PLAN.averageWeights(0.9), Split.of(DATA, OTHER));

    PlainUnit first = updated(1);
    PlainUnit second = mixed(0.9, first, updated(2));
    PlainUnit third = mixed(0.9, second, updated(3));
    assertThat(result.history().values(validation(loss())))
        .containsExactly(new double[] {squared(first), squared(second), squared(third)}, EXACT);
    assertThat(result.model().evaluate(OTHER).loss()).isCloseTo(squared(third), EXACT);
    assertThat(result.history().values(training(loss())))
        .containsExactly(
            new double[] {
              PlainUnit.zero(1).loss(ROWS, TARGETS),
              updated(1).loss(ROWS, TARGETS),
              updated(2).loss(ROWS, TARGETS)
            },
            EXACT);
  }

  @Test
  void theBestWeightsAreAnAverageToo() {
    TrainingPlan plan =
        PLAN.epochs(100)
            .averageWeights(0.5)
            .stopWhen(earlyStopping(validation(loss())).patience(2));
    Dataset first = Dataset.of(new double[][] {{1}}, new double[] {updated(2).output(ROWS[0])});

    TrainingResult result = train(UNIT, plan, Split.of(DATA, first));

    double[] losses = result.history().values(validation(loss()));
    PlainUnit average = updated(1);
    int best = 0;
    for (int epoch = 1; epoch < losses.length; epoch++) {
      best = losses[epoch] < losses[best] ? epoch : best;
    }
    for (int epoch = 1; epoch <= best; epoch++) {
      average = mixed(0.5, average, updated(epoch + 1));
    }
    assertThat(losses).hasSizeLessThan(100).hasSize(best + 3);
    assertUnit(result, average);
  }

  @Test
  void trainingItselfStaysTheSame() {
    Network network = sequential(input(1), dense(4).tanh(), batchNorm().named("norm"), dense(1));
    TrainingPlan plan = training(meanSquaredError(), adam(0.01)).epochs(4);

    TrainingResult plain = train(network, plan, Split.of(DATA, OTHER));
    TrainingResult averaged = train(network, plan.averageWeights(0.9), Split.of(DATA, OTHER));

    assertThat(averaged.history().values(training(loss())))
        .isEqualTo(plain.history().values(training(loss())));
    assertThat(weights(averaged).values("norm", "movingMean"))
        .isEqualTo(weights(plain).values("norm", "movingMean"));
    assertThat(weights(averaged).values("norm", "movingVariance"))
        .isEqualTo(weights(plain).values("norm", "movingVariance"));
    assertThat(weights(averaged).values("norm", "gamma"))
        .isNotEqualTo(weights(plain).values("norm", "gamma"));
  }

  @Test
  void aDecayOfZeroKeepsTheLatestWeights() {
    TrainingResult plain = train(UNIT, PLAN, DATA);
    TrainingResult averaged = train(UNIT, PLAN.averageWeights(0), DATA);

    assertThat(weights(averaged)).isEqualTo(weights(plain));
  }

  @Test
  void eachTrainingAveragesAnew() {
    TrainingPlan plan = exact(PLAN.averageWeights(0.9));
    TrainingResult before = Trainer.create().train(UNIT, plan, DATA);

    TrainingResult after = Trainer.create().train(before.model(), plan.epochs(1), DATA);

    PlainUnit unit =
        new PlainUnit(
            weights(before).values("unit", "kernel"), weights(before).values("unit", "bias")[0]);
    assertUnit(after, unit.descended(0.1, ROWS, TARGETS));
  }

  /** After so many updates. */
  private static PlainUnit updated(int updates) {
    PlainUnit unit = PlainUnit.zero(1);
    for (int update = 0; update < updates; update++) {
      unit = unit.descended(0.1, ROWS, TARGETS);
    }
    return unit;
  }

  private static PlainUnit mixed(double decay, PlainUnit average, PlainUnit latest) {
    return new PlainUnit(
        new double[] {decay * average.weights()[0] + (1 - decay) * latest.weights()[0]},
        decay * average.bias() + (1 - decay) * latest.bias());
  }

  private static double squared(PlainUnit unit) {
    return Math.pow(unit.output(new double[] {0.5}) - 3, 2);
  }
}
