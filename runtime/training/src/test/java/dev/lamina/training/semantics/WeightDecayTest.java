package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoupled weight decay, {@code w <- w - eta lambda w} beside the step of any optimizer. */
class WeightDecayTest {

  private static final double[][] ROWS = {{1, -2, 0.3}, {0.5, 1, -0.1}, {-3, 0.25, 2}};
  private static final double[] TARGETS = {1, -1, 0.5};

  /** Where every output is 0 and should be, there is no gradient. */
  private static final Dataset STILL = Dataset.of(new double[][] {{0}, {0}}, new double[] {0, 0});

  /** Each with its rate and its step, without any decay. */
  static Stream<Arguments> optimizers() {
    return Stream.of(
        arguments(sgd(0.05), 0.05, (PlainOptimizer) (g, state, t) -> 0.05 * g),
        arguments(momentum(0.05), 0.05, PlainOptimizer.momentum(0.05, 0.9)),
        arguments(nesterov(0.05), 0.05, PlainOptimizer.nesterov(0.05, 0.9)),
        arguments(adam(0.05), 0.05, PlainOptimizer.adam(0.05, 0.9, 0.999, 1e-8)),
        arguments(adamW(0.05).weightDecay(0.7), 0.05, PlainOptimizer.adam(0.05, 0.9, 0.999, 1e-8)),
        arguments(adaDelta(0.5), 0.5, PlainOptimizer.adaDelta(0.5, 0.95, 1e-6)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void theWeightsOfALayerDecayBesideTheStepOfTheOptimizer(
      Optimizer optimizer, double rate, PlainOptimizer plain) {
    TrainingResult result = fiveSteps(optimizer, unit().weightDecay(0.2));

    PlainUnit expected = fiveSteps(plain, rate * 0.2, 0);
    assertUnit(result, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void theBiasesOfALayerDecayByTheirOwnShare(
      Optimizer optimizer, double rate, PlainOptimizer plain) {
    TrainingResult result = fiveSteps(optimizer, unit().weightDecay(0).biasWeightDecay(0.3));

    PlainUnit expected = fiveSteps(plain, 0, rate * 0.3);
    assertUnit(result, expected);
  }

  @Test
  void theDecayOfAdamWGoesBesideItsStepAndLeavesTheBiasAlone() {
    TrainingResult result = fiveSteps(adamW(0.05).weightDecay(0.2), unit());

    PlainUnit expected = fiveSteps(PlainOptimizer.adam(0.05, 0.9, 0.999, 1e-8), 0.05 * 0.2, 0);
    assertUnit(result, expected);
  }

  @Test
  void theDecayOfALayerTakesThePlaceOfTheOptimizersAndZeroExemptsIt() {
    Network network =
        sequential(
            input(1),
            dense(1).initializer(constant(2)).weightDecay(0.1).named("own"),
            dense(1).initializer(constant(2)).weightDecay(0).named("exempt"),
            dense(1).initializer(constant(2)).named("optimizers"));

    TrainingResult result = threeSteps(adamW(0.5).weightDecay(0.004), network);

    assertThat(unitKernel(result, "own"))
        .containsExactly(new double[] {2 * Math.pow(1 - 0.5 * 0.1, 3)}, EXACT);
    assertThat(unitKernel(result, "exempt")).containsExactly(2);
    assertThat(unitKernel(result, "optimizers"))
        .containsExactly(new double[] {2 * Math.pow(1 - 0.5 * 0.004, 3)}, EXACT);
  }

  @Test
  void adamWLeavesBiasesAndBatchNormalizationAlone() {
    TrainingResult result = threeSteps(adamW(0.5).weightDecay(0.1), normalized());

    double left = 2 * Math.pow(1 - 0.5 * 0.1, 3);
    assertThat(unitKernel(result, "first")).containsExactly(new double[] {left}, EXACT);
    assertThat(vector(result, "first", "bias")).containsExactly(3);
    assertThat(vector(result, "norm", "gamma")).containsExactly(1);
    assertThat(vector(result, "norm", "beta")).containsExactly(0);
  }

  @Test
  void adamWLetsBiasesDecayWhereItIsToldToButNeverBatchNormalization() {
    TrainingResult result = threeSteps(adamW(0.5).weightDecay(0.1).decayBiases(), normalized());

    double left = Math.pow(1 - 0.5 * 0.1, 3);
    assertThat(unitKernel(result, "first")).containsExactly(new double[] {2 * left}, EXACT);
    assertThat(vector(result, "first", "bias")).containsExactly(new double[] {3 * left}, EXACT);
    assertThat(vector(result, "norm", "gamma")).containsExactly(1);
    assertThat(vector(result, "norm", "beta")).containsExactly(0);
  }

  @Test
  void theBiasDecayOfALayerTakesThePlaceOfTheOptimizers() {
    Dense own = unit().biasWeightDecay(0.3);
    Dense exempt = unit().biasWeightDecay(0);
    Optimizer decaying = adamW(0.05).weightDecay(0.2).decayBiases();

    double[] ownBias = vector(fiveSteps(decaying, own), "unit", "bias");
    double[] exemptBias = vector(fiveSteps(decaying, exempt), "unit", "bias");

    PlainOptimizer plain = PlainOptimizer.adam(0.05, 0.9, 0.999, 1e-8);
    assertThat(ownBias).containsExactly(new double[] {fiveSteps(plain, 0.01, 0.015).bias()}, EXACT);
    assertThat(exemptBias).containsExactly(new double[] {fiveSteps(plain, 0.01, 0).bias()}, EXACT);
  }

  @Test
  void decayIsNoPartOfTheLoss() {
    Network network =
        sequential(input(1), dense(1).initializer(constant(2)).weightDecay(0.1).named("unit"));

    TrainingResult result = threeSteps(sgd(0.5), network);

    assertThat(result.history().values(training(loss()))).containsExactly(0, 0, 0);
    assertThat(result.model().evaluate(STILL).loss()).isZero();
  }

  @Test
  void penaltyAndDecayOfALayerAddUp() {
    Network network =
        sequential(
            input(1), dense(1).initializer(constant(2)).l2(0.3).weightDecay(0.1).named("unit"));

    TrainingResult result = threeSteps(sgd(0.5), network);

    double left = 2 * Math.pow(1 - 0.5 * 0.1 - 0.5 * 2 * 0.3, 3);
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {left}, EXACT);
  }

  private static Dense unit() {
    return dense(1).initializer(constant(0.5)).biasInitializer(constant(0.25)).named("unit");
  }

  private static TrainingResult fiveSteps(Optimizer optimizer, Dense unit) {
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(5);
    return train(sequential(input(3), unit), plan, Dataset.of(ROWS, TARGETS));
  }

  /** Along the gradients of the same unit, with these shares of weights and bias taken away. */
  private static PlainUnit fiveSteps(PlainOptimizer plain, double weights, double bias) {
    PlainUnit unit = new PlainUnit(new double[] {0.5, 0.5, 0.5}, 0.25);
    double[][] state = new double[4][3];
    for (int t = 1; t <= 5; t++) {
      double[] update = unit.gradient(ROWS, TARGETS);
      for (int i = 0; i < update.length; i++) {
        double decayed = i < 3 ? weights * unit.weights()[i] : bias * unit.bias();
        update[i] = plain.update(update[i], state[i], t) + decayed;
      }
      unit = unit.minus(update);
    }
    return unit;
  }

  private static TrainingResult threeSteps(Optimizer optimizer, Network network) {
    return train(network, training(meanSquaredError(), optimizer).epochs(3), STILL);
  }

  /** Its outputs are 0 whatever comes before the last layer, so that nothing has a gradient. */
  private static Network normalized() {
    return sequential(
        input(1),
        dense(1).initializer(constant(2)).biasInitializer(constant(3)).named("first"),
        batchNorm().named("norm"),
        dense(1).initializer(zeros()).named("last"));
  }
}
