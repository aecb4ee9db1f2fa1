package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

/** Every optimizer against the recurrence of its paper along the same gradients. */
class OptimizersTest {

  private static final double[][] ROWS = {{1, -2, 3e-4}, {0.5, 1, -1e-4}, {-3, 0.25, 2e-7}};
  private static final double[] TARGETS = {1, -1, 0.5};

  /** So small an input keeps the gradient of a weight nearly constant while the weight moves. */
  private static final double SMALL = 1e-4;

  static Stream<Arguments> words() {
    return Stream.of(
        arguments(momentum(), PlainOptimizer.momentum(0.01, 0.9)),
        arguments(nesterov(), PlainOptimizer.nesterov(0.01, 0.9)),
        arguments(adaGrad(), PlainOptimizer.adaGrad(0.01, 0, 1e-8)),
        arguments(
            adaGrad(0.1).initialAccumulator(0.1).delta(1e-3),
            PlainOptimizer.adaGrad(0.1, 0.1, 1e-3)),
        arguments(rmsProp(), PlainOptimizer.rmsProp(0.001, 0.9, 1e-8, false)),
        arguments(
            rmsProp().rho(0.5).delta(1e-3).centered(),
            PlainOptimizer.rmsProp(0.001, 0.5, 1e-3, true)),
        arguments(adamW().weightDecay(0), PlainOptimizer.adam(0.001, 0.9, 0.999, 1e-8)),
        arguments(
            adam().epsilon(1e-3).epsilonHat(),
            PlainOptimizer.adamWithEpsilonHat(0.001, 0.9, 0.999, 1e-3)),
        arguments(amsGrad(), PlainOptimizer.amsGrad(0.001, 0.9, 0.999, 1e-8)),
        arguments(
            amsGrad().biasCorrected(), PlainOptimizer.correctedAmsGrad(0.001, 0.9, 0.999, 1e-8)),
        arguments(adaMax(), PlainOptimizer.adaMax(0.001, 0.9, 0.999)),
        arguments(adaDelta(), PlainOptimizer.adaDelta(1, 0.95, 1e-6)),
        arguments(nadam(), PlainOptimizer.nadam(0.001, 0.9, 0.999, 1e-8)),
        arguments(lion(), PlainOptimizer.lion(0.001, 0.9, 0.99)),
        arguments(adaBelief(), PlainOptimizer.adaBelief(0.001, 0.9, 0.999, 1e-16)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void fiveStepsAlongGradientsOfEverySizeAreThePapers(Optimizer optimizer, PlainOptimizer plain) {
    double[] gradients = {0.5, 1e-4, 1e-7};

    for (double gradient : gradients) {
      double target = -gradient / (2 * SMALL);
      double learned = oneWeight(optimizer, target, 5);

      double expected = 0;
      double[] state = new double[3];
      for (int t = 1; t <= 5; t++) {
        expected -= plain.update(2 * (expected * SMALL - target) * SMALL, state, t);
      }
      assertThat(learned).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void weightsAndBiasFollowThePaperAlongRealGradients(Optimizer optimizer, PlainOptimizer plain) {
    Network network = sequential(input(3), dense(1).initializer(zeros()).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(5);

    TrainingResult result = train(network, plan, Dataset.of(ROWS, TARGETS));

    PlainUnit unit = PlainUnit.zero(3);
    double[][] state = new double[4][3];
    for (int t = 1; t <= 5; t++) {
      double[] update = unit.gradient(ROWS, TARGETS);
      for (int i = 0; i < update.length; i++) {
        update[i] = plain.update(update[i], state[i], t);
      }
      unit = unit.minus(update);
    }
    assertThat(unitKernel(result, "unit")).containsExactly(unit.weights(), EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {unit.bias()}, EXACT);
  }

  static Stream<Optimizer> stillWords() {
    return Stream.of(
        momentum(0),
        nesterov(0),
        adaGrad(0),
        rmsProp(0).centered(),
        adamW(0),
        amsGrad(0),
        adaMax(0),
        adaDelta(0),
        nadam(0),
        lion(0),
        adaBelief(0));
  }

  @ParameterizedTest
  @MethodSource("stillWords")
  void aRateOfZeroLeavesTheWeightsAlone(Optimizer optimizer) {
    Network network = sequential(input(3), dense(1).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(3).seed(2);

    TrainingResult result = train(network, plan, Dataset.of(ROWS, TARGETS));

    assertThat(weights(result)).isEqualTo(untrained(network, plan).weights());
  }

  @Test
  void theStepOfMomentumTendsToTheRateTimesTheGradientOverOneMinusGamma() {
    double gradient = 0.5;
    double target = -gradient / (2 * SMALL);

    double before = oneWeight(momentum(1e-3), target, 400);
    double after = oneWeight(momentum(1e-3), target, 401);

    assertThat(before - after).isCloseTo(1e-3 * gradient / (1 - 0.9), within(1e-9));
  }

  @Test
  void decoupledDecayShrinksWeightsByTheRateTimesLambdaAndLeavesBiasAndLossAlone() {
    Network network = sequential(input(1), dense(1).initializer(constant(2)).named("unit"));
    TrainingPlan plan = training(meanSquaredError(), adamW(0.5).weightDecay(0.004)).epochs(3);
    Dataset still = Dataset.of(new double[][] {{0}}, new double[] {0});

    TrainingResult result = train(network, plan, still);

    double expected = 2 * Math.pow(1 - 0.5 * 0.004, 3);
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {expected}, EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(0);
    assertThat(result.history().values(training(loss()))).containsExactly(0, 0, 0);
    assertThat(result.model().evaluate(still).loss()).isZero();
  }

  private static double oneWeight(Optimizer optimizer, double target, int steps) {
    Network network = sequential(input(1), dense(1).noBias().initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{SMALL}}, new double[] {target});
    TrainingPlan plan = training(meanSquaredError(), optimizer).epochs(steps);
    return unitKernel(train(network, plan, data), "unit")[0];
  }
}
