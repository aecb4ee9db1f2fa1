package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.updater.DecoupledWeightDecay;
import dev.lamina.dsl.optimizer.Optimizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** The figures that the tests of Keras 3 publish, reached with the options that name its form. */
class KerasFiguresTest {

  static Stream<Arguments> single() {
    return Stream.of(
        arguments(sgd(0.5), row(0.5, -1, -0.5, 3)),
        arguments(adam(0.5).epsilon(1e-7).epsilonHat(), row(0.5, 1.5, 2.5, 3.5)),
        arguments(adamW(0.5).epsilon(1e-7).epsilonHat(), row(0.4980, 1.4960, 2.494, 3.492)),
        arguments(rmsProp(0.5).delta(1e-7).deltaInsideRoot(), row(-0.5811, 0.4189, 1.4189, 2.4189)),
        arguments(nadam(0.5).epsilon(1e-7).momentumSchedule(), row(0.4686, 1.4686, 2.4686, 3.4686)),
        arguments(
            adaGrad(0.5).initialAccumulator(0.1).delta(1e-7).deltaInsideRoot(),
            row(0.5233, 1.5007, 2.5005, 3.5061)),
        arguments(adaDelta(0.5).epsilon(1e-7), row(0.9993, 1.9993, 2.9993, 3.9993)),
        arguments(adaMax(0.5).epsilon(1e-7), row(0.5, 1.5, 2.5, 3.5)),
        arguments(lion(0.5), row(0.5, 1.5, 2.5, 3.5)));
  }

  static Stream<Arguments> five() {
    return Stream.of(
        arguments(
            amsGrad().epsilon(1e-7).biasCorrected(), 1, row(.999, .9982, .9974, .9965, .9955)),
        arguments(
            rmsProp().delta(1e-7).centered().deltaInsideRoot(),
            1,
            row(.9967, .9933, .9908, .9885, .9864)),
        arguments(lion(), 1, row(.999, .998, .997, .996, .995)),
        arguments(lion(), 10, row(.999, .998, .997, .996, .995)),
        arguments(adaDelta(1).rho(.8).epsilon(1e-6), 1, row(.9978, .9947, .9915, .9882, .9849)),
        arguments(nesterov(.01).gamma(0), 1, row(.9999, .9989, .9979, .9969, .9959)),
        arguments(nesterov(.01).gamma(0), 10, row(.9999, .9899, .9799, .9699, .9599)),
        arguments(
            adaMax(.2).beta1(.85).beta2(.95).epsilon(1e-7), 1, row(.8, .6827, .5333, .368, .1933)),
        arguments(
            adaMax(.2).beta1(.85).beta2(.95).epsilon(1e-7), 10, row(.8, .691, .5466, .3848, .2126)),
        arguments(
            adaGrad(.2).initialAccumulator(.3).delta(1e-7).deltaInsideRoot(),
            1,
            row(.9963, .9604, .9251, .8903, .856)),
        arguments(
            adaGrad(.2).initialAccumulator(.3).delta(1e-7).deltaInsideRoot(),
            10,
            row(.9963, .8209, .6891, .579, .4825)),
        arguments(
            adamW(1).weightDecay(.5).epsilon(2).epsilonHat(),
            1,
            row(.4998, .2486, .1223, .0586, .0263)),
        arguments(
            adamW(1).weightDecay(.5).epsilon(2).epsilonHat(),
            10,
            row(.4998, .2382, .1003, .0258, -.0159)),
        arguments(
            nadam(.5).beta1(.5).beta2(.67).epsilon(1e-5).momentumSchedule(),
            1,
            row(.4281, -.1738, -.7115, -1.2335, -1.7492)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("single")
  void aSingleStepIsThatOfKeras(Optimizer optimizer, double[] expected) {
    INDArray weights = Nd4j.createFromArray(1.0, 2, 3, 4);

    step(optimizer, updater(optimizer, 4), weights, Nd4j.createFromArray(1.0, 6, 7, 2), 0);

    assertThat(weights.toDoubleVector()).containsExactly(expected, within(1e-4));
  }

  @ParameterizedTest(name = "{0}, column {1}")
  @MethodSource("five")
  void fiveStepsAreThoseOfKeras(Optimizer optimizer, int column, double[] expected) {
    INDArray weights = Nd4j.createFromArray(1.0);
    GradientUpdater<?> updater = updater(optimizer, 1);
    double[] after = new double[5];

    for (int i = 0; i < 5; i++) {
      double gradient = i == 0 ? 0.01 : 0.1 * column;
      step(optimizer, updater, weights, Nd4j.createFromArray(gradient), i);
      after[i] = weights.getDouble(0);
    }

    assertThat(after).containsExactly(expected, within(5e-4));
  }

  @Test
  void threeDecaysAtARateOfOneAreThoseOfKeras() {
    Optimizer optimizer = adamW(1);
    INDArray weights = Nd4j.createFromArray(2.0);
    GradientUpdater<?> updater = updater(optimizer, 1);

    for (int i = 0; i < 3; i++) {
      step(optimizer, updater, weights, Nd4j.createFromArray(0.0), i);
    }

    assertThat(weights.getDouble(0)).isCloseTo(1.9760959, within(1e-7));
  }

  private static GradientUpdater<?> updater(Optimizer optimizer, int parameters) {
    IUpdater lowered = OptimizerLowering.lower(optimizer);
    long size = lowered.stateSize(parameters);
    // Plain gradient descent keeps no state, and ND4J has no empty view.
    return lowered.instantiate(size == 0 ? null : Nd4j.create(DataType.DOUBLE, size), size > 0);
  }

  private static void step(
      Optimizer optimizer,
      GradientUpdater<?> updater,
      INDArray weights,
      INDArray gradient,
      int iteration) {
    updater.applyUpdater(gradient, iteration, 0);
    new DecoupledWeightDecay(optimizer.weightDecay())
        .apply(weights, gradient, optimizer.learningRate().at(iteration, 0), iteration, 0);
    weights.subi(gradient);
  }

  private static double[] row(double... values) {
    return values;
  }
}
