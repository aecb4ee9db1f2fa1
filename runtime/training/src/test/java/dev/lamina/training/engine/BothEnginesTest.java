package dev.lamina.training.engine;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.tanh;
import static dev.lamina.dsl.Losses.meanSquaredError;
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
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled step against DL4J's own, in double precision. */
class BothEnginesTest {

  private static final Offset<Double> SAME = within(1e-9);
  private static final int STEPS = 3;
  private static final double[][] ROWS = {
    {0.1, 0.5, -1.1}, {-0.2, 1, 0.3}, {1, -1, 0.7}, {1.3, 0.9, -0.4}, {-2, 0.4, 5}
  };
  private static final double[][] WANTED = {
    {0.3, -1.2, 2}, {-0.8, 0.4, 1}, {1.1, 0.2, -3}, {-0.6, 2.2, 0.9}, {0.7, -0.5, 0.1}
  };
  private static final double[] WEIGHTS = {2, 0, 1, 0.5, 3.5};

  static Stream<Network> networks() {
    return Stream.of(
        sequential(input(3), dense(3)),
        sequential(input(3), dense(4).noBias().relu(), dense(3).noBias()),
        sequential(
            input(3), dense(8), batchNorm(), relu(), dense(4), batchNorm(), tanh(), dense(3)),
        sequential(input(3), batchNorm(), dense(4).tanh(), dense(3), batchNorm().momentum(0.5)),
        sequential(
            input(3), dense(8).relu(), dropout(0.4), dense(6).tanh(), dropout(0.2), dense(3)),
        sequential(input(3), dropout(0.3), dense(4).selu(), alphaDropout(0.2), dense(3)),
        sequential(input(3), gaussianNoise(0.1), dense(4).relu(), gaussianDropout(0.3), dense(3)),
        sequential(input(3), dense(6).dropConnect(0.3).relu(), dense(3).dropConnect(0.5)),
        sequential(input(3), dense(4).frozen().tanh(), dense(4).relu(), dense(3)),
        sequential(input(3), dense(4).tanh(), batchNorm().frozen(), dense(4).frozen(), dense(3)),
        sequential(input(3), dense(4).l1(0.1).l2(0.2).biasL1(0.03).biasL2(0.1).relu(), dense(3)),
        sequential(input(3), dense(4).weightDecay(0.1).biasWeightDecay(0.2).tanh(), dense(3)),
        sequential(input(3), dense(4).maxNorm(0.5).relu(), dense(3).unitNorm()),
        sequential(input(3), dense(4).nonNegative().relu(), dense(3).minMaxNorm(0.2, 0.4)));
  }

  static Stream<TrainingPlan> plans() {
    return Stream.of(
        plan(sgd(0.1)).clipValue(0.1),
        plan(sgd(0.1)).clipNorm(0.2),
        plan(adam(0.1)).clipGlobalNorm(0.3),
        plan(adam(0.1).epsilonHat()));
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(0.1),
        momentum(0.1),
        nesterov(0.1),
        adaGrad(0.1),
        rmsProp(0.1),
        adam(0.1),
        adamW(0.1),
        amsGrad(0.1),
        adaMax(0.1),
        adaDelta(),
        nadam(0.1),
        lion(0.1),
        adaBelief(0.1));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyLayerGivesTheSame(Network network) {
    assertSame(network, plan(sgd(0.1)), WANTED);
  }

  @ParameterizedTest
  @MethodSource("dev.lamina.training.check.EveryGradientTest#activations")
  void everyActivationGivesTheSame(Activation activation) {
    Network network = sequential(input(3), dense(4).activation(activation), dense(3));

    assertSame(network, plan(sgd(0.1)), WANTED);
  }

  @ParameterizedTest
  @MethodSource("dev.lamina.training.check.EveryGradientTest#losses")
  void everyLossGivesTheSame(Loss loss, Activation output, double[][] targets) {
    Network network = sequential(input(3), dense(4).tanh(), dense(3).activation(output));

    assertSame(network, training(loss, sgd(0.1)).precision(Precision.FLOAT64).seed(3), targets);
  }

  @ParameterizedTest
  @MethodSource("dev.lamina.training.check.EveryGradientTest#losses")
  void everyLossGivesTheSameOfWeightedSamples(Loss loss, Activation output, double[][] targets) {
    Network network = sequential(input(3), dense(4).tanh(), dense(3).activation(output));

    assertSame(
        network,
        training(loss, sgd(0.1)).precision(Precision.FLOAT64).seed(3),
        new Batch(ROWS.length, flat(ROWS), flat(targets), WEIGHTS));
  }

  @Test
  void aSingleOutputGivesTheSameOfWeightedSamples() {
    double[] wanted = {0.3, -0.8, 1.1, -0.6, 0.7};
    Network network = sequential(input(3), dense(4).tanh(), dense(1));

    assertSame(network, plan(sgd(0.1)), new Batch(ROWS.length, flat(ROWS), wanted, WEIGHTS));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerGivesTheSame(Optimizer optimizer) {
    assertSame(sequential(input(3), dense(4).tanh(), dense(3)), plan(optimizer), WANTED);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyPlanGivesTheSame(TrainingPlan plan) {
    assertSame(sequential(input(3), dense(4).tanh(), batchNorm(), dense(3)), plan, WANTED);
  }

  @Test
  void accumulatedGradientsAndAveragedWeightsAreTheSame() {
    Network network = sequential(input(3), dense(4).tanh(), batchNorm(), dense(3).l2(0.1));
    CompiledNetwork compiled = Compiler.compile(network, plan(adam(0.1)).averageWeights(0.8));
    Engine ours = Engine.create(compiled, StepKind.COMPILED);
    Engine theirs = Engine.create(compiled, StepKind.DL4J);
    Batch batch = new Batch(ROWS.length, flat(ROWS), flat(WANTED));
    Batch part = new Batch(3, flat(Arrays.copyOf(ROWS, 3)), flat(Arrays.copyOf(WANTED, 3)));

    for (int step = 1; step <= STEPS; step++) {
      assertThat(ours.accumulate(part, step).loss())
          .isCloseTo(theirs.accumulate(part, step).loss(), SAME);
      assertThat(ours.train(batch, step).loss()).isCloseTo(theirs.train(batch, step).loss(), SAME);
      assertThat(ours.evaluate(batch).loss()).isCloseTo(theirs.evaluate(batch).loss(), SAME);
    }
    assertThat(ours.iterations()).isEqualTo(STEPS);
    assertSame(ours.gradients(batch, 1), theirs.gradients(batch, 1));
    ours.takeAverage();
    theirs.takeAverage();
    assertThat(flat(ours.predict(ROWS, 0, 4)))
        .containsExactly(flat(theirs.predict(ROWS, 0, 4)), SAME);
  }

  private static void assertSame(Network network, TrainingPlan plan, double[][] wanted) {
    assertSame(network, plan, new Batch(ROWS.length, flat(ROWS), flat(wanted)));
  }

  private static void assertSame(Network network, TrainingPlan plan, Batch batch) {
    CompiledNetwork compiled = Compiler.compile(network, plan);
    Engine ours = Engine.create(compiled, StepKind.COMPILED);
    Engine theirs = Engine.create(compiled, StepKind.DL4J);

    assertSame(ours.gradients(batch, 1), theirs.gradients(batch, 1));
    for (int step = 1; step <= STEPS; step++) {
      Step our = ours.observe(batch, step);
      Step their = theirs.observe(batch, step);
      assertThat(our.loss()).isCloseTo(their.loss(), SAME);
      assertThat(our.outputs()).containsExactly(their.outputs(), SAME);
      assertSame(our, their);
    }
    Step our = ours.evaluate(batch);
    assertThat(our.loss()).isCloseTo(theirs.evaluate(batch).loss(), SAME);
    assertThat(our.outputs()).containsExactly(theirs.evaluate(batch).outputs(), SAME);
    assertThat(flat(ours.predict(ROWS, 0, 4)))
        .containsExactly(flat(theirs.predict(ROWS, 0, 4)), SAME);
    assertSame(ours.gradients(batch, 1), theirs.gradients(batch, 1));
  }

  private static void assertSame(Step our, Step their) {
    for (int i = 0; i < our.layers().size(); i++) {
      assertThat(our.layers().get(i).layer()).isEqualTo(their.layers().get(i).layer());
      assertThat(our.layers().get(i).gradientNorm().orElse(-1))
          .isCloseTo(their.layers().get(i).gradientNorm().orElse(-1), SAME);
      assertThat(our.layers().get(i).deadShare()).isEqualTo(their.layers().get(i).deadShare());
    }
  }

  private static void assertSame(
      Map<String, Map<String, double[]>> ours, Map<String, Map<String, double[]>> theirs) {
    assertThat(ours).isNotEmpty().containsOnlyKeys(theirs.keySet());
    ours.forEach(
        (layer, parameters) ->
            parameters.forEach(
                (key, gradient) ->
                    assertThat(gradient)
                        .as("%s %s", layer, key)
                        .containsExactly(theirs.get(layer).get(key), SAME)));
  }

  private static TrainingPlan plan(Optimizer optimizer) {
    return training(meanSquaredError(), optimizer).precision(Precision.FLOAT64).seed(3);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
