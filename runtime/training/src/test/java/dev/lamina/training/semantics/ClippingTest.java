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
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.sgd;
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

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One step of gradient descent with rate 1 loses just the clipped gradient.
 *
 * <p>The chain of two weights 2 and 3 sees 1 and should give 0: it gives 6, so that the gradients
 * are 2 * 6 * 3 = 36 and 2 * 6 * 2 = 24.
 */
class ClippingTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(1));
  private static final Network UNIT =
      sequential(input(2), dense(1).noBias().initializer(zeros()).named("unit"));

  /** The gradients of both weights of a unit that gives 0 are 100. */
  private static final Dataset HUNDREDS = Dataset.of(new double[][] {{1, 1}}, new double[] {-50});

  private static final Network CHAIN =
      sequential(input(1), weight(2).named("first"), weight(3).named("second"));
  private static final Dataset ONE_TO_ZERO = Dataset.of(new double[][] {{1}}, new double[] {0});

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments("clipValue", (UnaryOperator<TrainingPlan>) plan -> plan.clipValue(1e-3)),
        arguments("clipNorm", (UnaryOperator<TrainingPlan>) plan -> plan.clipNorm(1e-3)),
        arguments(
            "clipGlobalNorm", (UnaryOperator<TrainingPlan>) plan -> plan.clipGlobalNorm(1e-3)));
  }

  @Test
  void clippingReachesTheFiguresThatKerasPublishes() {
    TrainingResult byValue = train(UNIT, PLAN.clipValue(1), HUNDREDS);
    TrainingResult byNorm = train(UNIT, PLAN.clipNorm(1), HUNDREDS);

    assertThat(unitKernel(byValue, "unit")).containsExactly(-1, -1);
    assertThat(unitKernel(byNorm, "unit"))
        .containsExactly(new double[] {-0.70711, -0.70711}, within(5e-6));
    assertThat(unitKernel(byNorm, "unit"))
        .containsExactly(new double[] {-Math.sqrt(0.5), -Math.sqrt(0.5)}, EXACT);
  }

  @Test
  void singlePrecisionIsClippedToo() {
    TrainingResult byValue = Trainer.create().train(UNIT, PLAN.clipValue(1), HUNDREDS);
    TrainingResult byNorm = Trainer.create().train(UNIT, PLAN.clipNorm(1), HUNDREDS);

    assertThat(unitKernel(byValue, "unit")).containsExactly(-1, -1);
    assertThat(unitKernel(byNorm, "unit"))
        .containsExactly(new double[] {-Math.sqrt(0.5), -Math.sqrt(0.5)}, within(1e-7));
  }

  @Test
  void squaresThatOverflowAreNoReasonToLoseTheGradient() {
    Dataset large = Dataset.of(new double[][] {{1e10, 1e10}}, new double[] {-1e15});

    TrainingResult byNorm = Trainer.create().train(UNIT, PLAN.clipNorm(1), large);
    TrainingResult byGlobalNorm = Trainer.create().train(UNIT, PLAN.clipGlobalNorm(1), large);

    // The gradients are 2e25, and their squares beyond the 3.4e38 of single precision.
    double[] expected = {-Math.sqrt(0.5), -Math.sqrt(0.5)};
    assertThat(unitKernel(byNorm, "unit")).containsExactly(expected, within(1e-6));
    assertThat(unitKernel(byGlobalNorm, "unit")).containsExactly(expected, within(1e-6));
  }

  @Test
  void byValueCutsEachNumberOnItsOwnAtBothEnds() {
    Network network = sequential(input(3), dense(1).initializer(zeros()).named("unit"));
    double[][] rows = {{5, -2, 0.1}, {-1, -3, 0.3}};
    double[] targets = {-1, -2};

    TrainingResult result = train(network, PLAN.clipValue(2.5), Dataset.of(rows, targets));

    double[] g = PlainUnit.zero(3).gradient(rows, targets);
    assertThat(g).containsExactly(new double[] {3, -8, 0.7, 3}, EXACT);
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {-2.5, 2.5, -0.7}, EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {-2.5}, EXACT);
  }

  @Test
  void byNormShrinksEachParameterOnItsOwn() {
    Network network = sequential(input(2), dense(1).initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{3, 4}, {3, 4}}, new double[] {-1, -1});

    TrainingResult result = train(network, PLAN.clipNorm(5), data);

    // The gradient is (6, 8) in the kernel, of norm 10, and 2 in the bias.
    assertThat(unitKernel(result, "unit")).containsExactly(new double[] {-3, -4}, EXACT);
    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {-2}, EXACT);
  }

  @Test
  void byGlobalNormShrinksAllParametersByOneFactor() {
    TrainingResult byNorm = train(CHAIN, PLAN.clipNorm(1), ONE_TO_ZERO);
    TrainingResult byGlobalNorm = train(CHAIN, PLAN.clipGlobalNorm(1), ONE_TO_ZERO);

    double norm = Math.sqrt(36 * 36 + 24 * 24);
    assertThat(unitKernel(byNorm, "first")).containsExactly(new double[] {2 - 1}, EXACT);
    assertThat(unitKernel(byNorm, "second")).containsExactly(new double[] {3 - 1}, EXACT);
    assertThat(unitKernel(byGlobalNorm, "first"))
        .containsExactly(new double[] {2 - 36 / norm}, EXACT);
    assertThat(unitKernel(byGlobalNorm, "second"))
        .containsExactly(new double[] {3 - 24 / norm}, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"5, 2", "1.5, 1.5"})
  void whatIsClippedHoldsTheGradientOfThePenalties(double limit, double expected) {
    Dense penalized = dense(1).noBias().initializer(constant(0.5)).l1(4).l2(6).named("unit");
    Dataset data = Dataset.of(new double[][] {{1}, {1}}, new double[] {4.5, 4.5});

    TrainingResult byValue = train(sequential(input(1), penalized), PLAN.clipValue(limit), data);
    TrainingResult byNorm = train(sequential(input(1), penalized), PLAN.clipNorm(limit), data);
    TrainingResult byGlobalNorm =
        train(sequential(input(1), penalized), PLAN.clipGlobalNorm(limit), data);

    // -8 by the error and 4 + 2 * 6 * 0.5 by the penalties.
    double[] kernel = {0.5 - expected};
    assertThat(unitKernel(byValue, "unit")).containsExactly(kernel, EXACT);
    assertThat(unitKernel(byNorm, "unit")).containsExactly(kernel, EXACT);
    assertThat(unitKernel(byGlobalNorm, "unit")).containsExactly(kernel, EXACT);
    assertThat(byValue.history().values(training(loss()))[0]).isCloseTo(16 + 2 + 1.5, EXACT);
  }

  @Test
  void decoupledWeightDecayIsNotClipped() {
    double eta = 0.1;
    TrainingPlan plan = training(meanSquaredError(), adamW(eta).weightDecay(0.5)).clipNorm(1e-3);

    TrainingResult result = train(CHAIN, plan, ONE_TO_ZERO);

    double update = eta * 1e-3 / (1e-3 + 1e-8);
    assertThat(unitKernel(result, "first"))
        .containsExactly(new double[] {2 - update - eta * 0.5 * 2}, EXACT);
    assertThat(unitKernel(result, "second"))
        .containsExactly(new double[] {3 - update - eta * 0.5 * 3}, EXACT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void runningAveragesMoveAsWithoutClipping(String name, UnaryOperator<TrainingPlan> clipping) {
    Network network = sequential(input(2), batchNorm().momentum(0.5).named("norm"), dense(1));
    Dataset data = Dataset.of(new double[][] {{1e6, 3}, {3e6, -5}}, new double[] {7, -7});

    TrainingResult plain = train(network, PLAN, data);
    TrainingResult clipped = train(network, clipping.apply(PLAN), data);

    assertThat(vector(clipped, "norm", "movingMean"))
        .containsExactly(vector(plain, "norm", "movingMean"))
        .containsExactly(1e6, -0.5);
    assertThat(vector(clipped, "norm", "movingVariance"))
        .containsExactly(vector(plain, "norm", "movingVariance"));
    assertThat(vector(clipped, "norm", "gamma")).isNotEqualTo(vector(plain, "norm", "gamma"));
    assertThat(vector(clipped, "norm", "beta")[0]).isCloseTo(0, within(1e-3));
  }

  @Test
  void runningAveragesDoNotCountInTheGlobalNorm() {
    Network network = sequential(input(2), batchNorm().named("norm"), dense(1).named("unit"));
    Dataset data = Dataset.of(new double[][] {{1e6, 3}, {3e6, -5}}, new double[] {1, -1});

    TrainingResult plain = train(network, PLAN, data);
    TrainingResult clipped = train(network, PLAN.clipGlobalNorm(1e3), data);

    assertThat(weights(clipped)).isEqualTo(weights(plain));
  }

  @Test
  void frozenWeightsDoNotCountInTheGlobalNorm() {
    Network network =
        sequential(input(1), weight(2).frozen().named("first"), weight(3).named("second"));

    TrainingResult result = train(network, PLAN.clipGlobalNorm(1), ONE_TO_ZERO);

    assertThat(unitKernel(result, "first")).containsExactly(2);
    assertThat(unitKernel(result, "second")).containsExactly(new double[] {3 - 1}, EXACT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void whatIsFrozenDoesNotMove(String name, UnaryOperator<TrainingPlan> clipping) {
    Network network =
        sequential(
            input(2),
            dense(2).named("learned"),
            dense(2).l2(0.1).frozen().named("frozen"),
            batchNorm().frozen().named("norm"),
            dense(1));
    Dataset data = Dataset.of(new double[][] {{1e3, 3}, {3e3, -5}}, new double[] {7, -7});
    Weights before = untrained(network, PLAN).weights();

    Weights after = weights(train(network, clipping.apply(PLAN), data));

    assertThat(after.matrix("frozen", "kernel")).isDeepEqualTo(before.matrix("frozen", "kernel"));
    for (String parameter : before.parameters("norm")) {
      assertThat(after.vector("norm", parameter)).isEqualTo(before.vector("norm", parameter));
    }
    assertThat(after.matrix("learned", "kernel")[0])
        .isNotEqualTo(before.matrix("learned", "kernel")[0]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aGradientThatIsNotFiniteEndsTraining(String name, UnaryOperator<TrainingPlan> clipping) {
    Network network =
        sequential(input(1), dense(1).noBias().initializer(constant(1e-308)).named("unit"));
    Dataset infinite = Dataset.of(new double[][] {{1e308}}, new double[] {-1});
    Dataset undefined = Dataset.of(new double[][] {{1e308}, {-1e308}}, new double[] {-1, -3});

    TrainingResult first = train(network, clipping.apply(PLAN), infinite);
    TrainingResult second = train(network, clipping.apply(PLAN), undefined);

    // Twice 1e308 times an error of 2 is beyond 1.8e308, and infinity minus infinity is no number.
    assertThat(Arrays.asList(first, second))
        .extracting(result -> result.stopReason().toString())
        .containsOnly("Diverged[epoch 1, batch 1, layer `unit`: parameters not finite]");
  }

  private static Dense weight(double value) {
    return dense(1).noBias().initializer(constant(value));
  }
}
