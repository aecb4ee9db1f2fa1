package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Linear units of weight 1 that see x = 1 and should give 0, trained with rates so high that the
 * numbers overflow: the gradient of a weight is 2 p times the other weight.
 */
class DivergenceTest {

  private static final Dense UNIT = dense(1).noBias().initializer(ones());
  private static final Network ONE = sequential(input(1), UNIT.named("output"));
  private static final Network TWO =
      sequential(input(1), UNIT.named("hidden"), UNIT.named("output"));
  private static final Dataset SHOULD_GIVE_ZERO =
      Dataset.of(new double[][] {{1}}, new double[] {0});
  private static final Dataset SHOULD_GIVE_ONE = Dataset.of(new double[][] {{1}}, new double[] {1});

  @Test
  void anInfiniteLossOfFiniteOutputsEndsTraining() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e100)).epochs(9);

    TrainingResult result = train(ONE, plan, SHOULD_GIVE_ZERO);

    // w = 1, then -2e100, then 4e200, whose square is beyond 1.8e308.
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 3, batch 1, layer `output`: loss not finite]");
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {1, 4e200}, within(1e190));
  }

  @Test
  void infiniteActivationsEndTrainingAtTheirLayer() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e155)).epochs(9);

    TrainingResult result = train(TWO, plan, SHOULD_GIVE_ZERO);

    // Both weights become -2e155, and so the hidden unit gives -2e155, but the output 4e310.
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 2, batch 1, layer `output`: activations not finite]");
    assertThat(result.history().values(training(loss()))).containsExactly(1);
  }

  @Test
  void infiniteParametersEndTrainingAtTheFirstOfTheirLayers() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e308)).epochs(9).batchSize(1);
    double[][] rows = {{1}, {1}, {1}};

    TrainingResult result = train(TWO, plan, Dataset.of(rows, new double[3]));

    // The first update is 2e308 for both weights, beyond what a double holds.
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 1, batch 1, layer `hidden`: parameters not finite]");
    assertThat(result.history().size()).isZero();
  }

  @Test
  void infiniteParametersAreFoundAtTheEndOfTheEpochAtTheLatest() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e308)).epochs(9);

    TrainingResult result = train(TWO, plan, SHOULD_GIVE_ZERO);

    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 1, batch 1, layer `hidden`: parameters not finite]");
    assertThat(result.history().size()).isZero();
  }

  @Test
  void singlePrecisionOverflowsEarlier() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e15)).epochs(9);

    TrainingResult result = Trainer.create().train(ONE, plan, SHOULD_GIVE_ZERO);

    // w = 1, -2e15, 4e30, and -8e45 is beyond 3.4e38.
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 3, batch 1, layer `output`: parameters not finite]");
  }

  @Test
  void theBestWeightsBeforeDivergingAreRestoredWhereARuleKeepsThem() {
    Cubic cubic = Cubic.run(1.2);
    EarlyStopping patient = earlyStopping(training(loss())).patience(100);

    TrainingResult result = train(cubic.network(), cubic.plan().stopWhen(patient), SHOULD_GIVE_ONE);

    int best = cubic.bestEpoch();
    assertThat(best).isEqualTo(3);
    assertThat(result.stopReason())
        .hasToString("Diverged[epoch 11, batch 1, layer `output`: activations not finite]");
    assertThat(unitKernel(result, "output")[0]).isCloseTo(cubic.weights().get(best), EXACT);
    assertThat(weights(result))
        .isEqualTo(weights(train(cubic.network(), cubic.plan().epochs(best), SHOULD_GIVE_ONE)));
  }

  @Test
  void theHistoryHoldsTheCompletedEpochsOnly() {
    Cubic cubic = Cubic.run(1.2);

    TrainingResult result = train(cubic.network(), cubic.plan(), SHOULD_GIVE_ONE);

    int completed = cubic.losses().size() - 1;
    double[] losses = result.history().values(training(loss()));
    double[] expected =
        cubic.losses().stream().limit(completed).mapToDouble(each -> each).toArray();
    assertThat(losses).hasSize(completed);
    int best = cubic.bestEpoch();
    assertThat(Arrays.copyOf(losses, best)).containsExactly(Arrays.copyOf(expected, best), EXACT);
  }

  @Test
  void withoutSuchARuleTheModelIsTheLastOne() {
    TrainingPlan plan = training(meanSquaredError(), sgd(1e308)).epochs(9);
    EarlyStopping last = earlyStopping(training(loss())).patience(100).keepLast();

    TrainingResult result = train(TWO, plan.stopWhen(last), SHOULD_GIVE_ZERO);

    assertThat(unitKernel(result, "hidden")).containsExactly(Double.NEGATIVE_INFINITY);
  }

  /**
   * Two units of equal weight w that should give 1: each step makes w(1 - 2 eta (w^2 - 1)) of it,
   * which climbs from 0.1 towards 1, overshoots and leaves for infinity if eta is beyond 1.
   *
   * @param eta the rate
   * @param losses (w^2 - 1)^2 before each step, up to the first that is not finite
   * @param weights w before each step
   */
  private record Cubic(double eta, List<Double> losses, List<Double> weights) {

    static Cubic run(double eta) {
      List<Double> losses = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      double w = 0.1;
      double loss = 0;
      while (Double.isFinite(loss)) {
        double error = w * w - 1;
        loss = error * error;
        losses.add(loss);
        weights.add(w);
        w -= eta * 2 * error * w;
      }
      return new Cubic(eta, losses, weights);
    }

    Network network() {
      Dense unit = dense(1).noBias().initializer(constant(0.1));
      return sequential(input(1), unit.named("hidden"), unit.named("output"));
    }

    TrainingPlan plan() {
      return training(meanSquaredError(), sgd(eta)).epochs(1000);
    }

    /** The epoch with the least loss, counted from 1; its update is done when it ends. */
    int bestEpoch() {
      return 1
          + IntStream.range(0, losses.size())
              .reduce((one, other) -> losses.get(other) < losses.get(one) ? other : one)
              .orElseThrow();
    }
  }
}
