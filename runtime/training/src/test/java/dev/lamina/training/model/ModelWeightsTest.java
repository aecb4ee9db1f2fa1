package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Xor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

class ModelWeightsTest {

  private static final TrainingPlan PLAN =
      training(meanSquaredError(), sgd()).precision(Precision.FLOAT64);

  @Test
  void anUntrainedModelStartsAsItsLayersSay() {
    Weights weights = Model.untrained(Xor.network(), Xor.plan()).weights();

    assertThat(weights.vector("hidden", "bias")).containsExactly(0, 0, 0);
    assertThat(weights.vector("norm", "gamma")).containsExactly(1, 1, 1);
    assertThat(weights.vector("norm", "beta")).containsExactly(0, 0, 0);
    assertThat(weights.vector("norm", "movingMean")).containsExactly(0, 0, 0);
    assertThat(weights.vector("norm", "movingVariance")).containsExactly(1, 1, 1);
    assertThat(weights.matrix("out", "kernel")).hasDimensions(3, 1);
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    Weights one = Model.untrained(Xor.network(), Xor.plan().seed(5)).weights();
    Weights same = Model.untrained(Xor.network(), Xor.plan().seed(5)).weights();
    Weights other = Model.untrained(Xor.network(), Xor.plan().seed(6)).weights();

    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void weightsThatAreSetAreReadBack() {
    Model model = Model.untrained(sequential(input(2), dense(3).named("a"), batchNorm()), PLAN);
    double[][] kernel = {{0.1, 0.2, 0.3}, {0.4, 0.5, 0.6}};
    Weights weights =
        model
            .weights()
            .with("a", "kernel", kernel)
            .with("batch_normalization", "movingVariance", new double[] {4, 9, 16});

    Model changed = model.withWeights(weights);

    assertThat(changed.weights()).isEqualTo(weights);
    assertThat(changed.weights().matrix("a", "kernel")).isDeepEqualTo(kernel);
  }

  @Test
  void otherWeightsMakeAnotherModelAndLeaveThisOne() {
    Model model = Model.untrained(sequential(input(1), dense(1).named("a")), PLAN);
    Weights before = model.weights();

    Model changed =
        model.withWeights(
            before.with("a", "kernel", new double[][] {{2}}).with("a", "bias", new double[] {1}));

    assertThat(changed.predict(new double[] {3})).containsExactly(7);
    assertThat(model.weights()).isEqualTo(before);
    assertThat(changed.network()).isEqualTo(model.network());
    assertThat(changed.plan()).isEqualTo(model.plan());
  }

  @Test
  void whatTheOptimizerRemembersStays() {
    Model model = Xor.trained();
    ComputationGraph before = model.unwrap();

    ComputationGraph after = model.withWeights(model.weights()).unwrap();

    assertThat(after.getUpdater().getStateViewArray().toFloatVector())
        .containsExactly(before.getUpdater().getStateViewArray().toFloatVector());
    assertThat(before.getUpdater().getStateViewArray().amaxNumber().doubleValue()).isPositive();
    assertThat(after.getIterationCount()).isEqualTo(6);
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedWithEverythingThatDoesNotFit() {
    Network small =
        sequential(input(2), dense(3).named("a"), dense(1).named("b"), dense(1).named("c"));
    Network large =
        sequential(input(2), dense(4).named("a"), dense(1).named("b"), dense(1).named("d"));
    Weights weights = Model.untrained(large, PLAN).weights();
    Model model = Model.untrained(small.named("small"), PLAN);

    String message = messageOf(() -> model.withWeights(weights));

    assertThat(message)
        .isEqualTo(
            """
            `withWeights(weights)` for network `small` is not valid: 6 problems.
              1. Layer 1 `dense(3).named("a")` needs a `kernel` of shape [2, 3] but the weights have \
            [2, 4].
                 Fix: take the weights of a network with the same layers under the same names.
              2. Layer 1 `dense(3).named("a")` needs a `bias` of shape [3] but the weights have [4].
                 Fix: take the weights of a network with the same layers under the same names.
              3. Layer 2 `dense(1).named("b")` needs a `kernel` of shape [3, 1] but the weights have \
            [4, 1].
                 Fix: take the weights of a network with the same layers under the same names.
              4. Layer 3 `dense(1).named("c")` needs a `kernel` of shape [1, 1] but the weights have \
            none under `c`.
                 Fix: take the weights of a network with the same layers under the same names.
              5. Layer 3 `dense(1).named("c")` needs a `bias` of shape [1] but the weights have none \
            under `c`.
                 Fix: take the weights of a network with the same layers under the same names.
              6. The weights are for a layer `d` too, which the network does not have.
                 Fix: take the weights of a network with the same layers under the same names.""");
  }

  @Test
  void weightsMustStayFiniteInTheDataTypeOfTheNetwork() {
    Model model =
        Model.untrained(
            sequential(input(1), dense(1).named("a")), PLAN.precision(Precision.FLOAT32));
    Weights weights = model.weights().with("a", "bias", new double[] {1e39});

    String message = messageOf(() -> model.withWeights(weights));

    assertThat(message)
        .isEqualTo(
            """
            `withWeights(weights)` for network `sequential` is not valid: 1 problem.
              1. Layer 1 `dense(1).named("a")` needs a `bias` within the range of FLOAT32 but the \
            weights have 1e39.
                 Fix: give smaller numbers, or train with `.precision(FLOAT64)`.""");
  }
}
