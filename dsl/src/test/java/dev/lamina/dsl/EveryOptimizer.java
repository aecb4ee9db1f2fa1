package dev.lamina.dsl;

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
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.exponentialDecay;
import static dev.lamina.dsl.Schedules.inverseTimeDecay;
import static dev.lamina.dsl.Schedules.linearDecay;
import static dev.lamina.dsl.Schedules.oneCycle;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Schedules.polynomialDecay;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Schedules.warmUp;

import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import java.util.List;
import java.util.stream.Stream;

/** Every optimizer and schedule, with every option: the part of {@link EveryWord} on these. */
final class EveryOptimizer {

  private EveryOptimizer() {}

  /** All descriptions below. */
  static Stream<Object> descriptions() {
    return Stream.of(schedules(), optimizers()).flatMap(List::stream);
  }

  private static List<Schedule> schedules() {
    return List.of(
        constantRate(0.1),
        constantRate(0.1).perEpoch(),
        linearDecay(0.1, 0.01, 100),
        linearDecay(0.1, 0.01, 100).perEpoch(),
        stepDecay(0.1, 0.5, 10),
        stepDecay(0.1, 0.5, 10).perEpoch(),
        exponentialDecay(0.1, 0.96, 1000),
        exponentialDecay(0.1, 0.96, 1000).staircase().perEpoch(),
        inverseTimeDecay(0.1, 0.5, 10),
        inverseTimeDecay(0.1, 0.5, 10).staircase().perEpoch(),
        polynomialDecay(0.1, 0.01, 100),
        polynomialDecay(0.1, 0.01, 100).power(2).perEpoch(),
        cosineDecay(0.1, 100),
        cosineDecay(0.1, 100).alpha(0.1).perEpoch(),
        cosineRestarts(0.1, 10),
        cosineRestarts(0.1, 10).cycleFactor(1).peakFactor(0.5).alpha(0.1).perEpoch(),
        oneCycle(0.1, 100),
        oneCycle(0.1, 100).rise(0.5).startDivisor(10).endDivisor(100).perEpoch(),
        warmUp(10, cosineDecay(0.1, 100)),
        warmUp(10, constantRate(0.1).perEpoch()).from(0.01),
        piecewise(0.1),
        piecewise(0.1).then(100, 0.05).then(200, 0.01).perEpoch());
  }

  private static List<Optimizer> optimizers() {
    return List.of(
        sgd(),
        sgd(0.5),
        sgd(warmUp(10, linearDecay(0.1, 0.01, 100))),
        adam(linearDecay(0.1, 0.01, 100)),
        adam(constantRate(0.05).perEpoch()).beta1(0.8),
        momentum(linearDecay(0.1, 0.01, 100)),
        nesterov(linearDecay(0.1, 0.01, 100)),
        adaGrad(linearDecay(0.1, 0.01, 100)),
        rmsProp(linearDecay(0.1, 0.01, 100)),
        adamW(linearDecay(0.1, 0.01, 100)),
        amsGrad(linearDecay(0.1, 0.01, 100)),
        adaMax(linearDecay(0.1, 0.01, 100)),
        adaDelta(linearDecay(0.1, 0.01, 100)),
        nadam(linearDecay(0.1, 0.01, 100)),
        lion(linearDecay(0.1, 0.01, 100)),
        adaBelief(linearDecay(0.1, 0.01, 100)),
        adam(),
        adam(0.05),
        adam().beta1(0.8).beta2(0.99).epsilon(1e-7).epsilonHat(),
        adam(1e-4).beta1(0).beta2(0),
        momentum(),
        momentum(0.05),
        momentum().gamma(0.5),
        nesterov(),
        nesterov(0.05),
        nesterov().gamma(0.5),
        adaGrad(),
        adaGrad(0.05),
        adaGrad().initialAccumulator(0.5).delta(0.5).deltaInsideRoot(),
        rmsProp(),
        rmsProp(0.05),
        rmsProp().rho(0.5).delta(0.5).centered().deltaInsideRoot(),
        adamW(),
        adamW(0.05),
        adamW().weightDecay(0.5).beta1(0.5).beta2(0.5).epsilon(0.5).epsilonHat().decayBiases(),
        amsGrad(),
        amsGrad(0.05),
        amsGrad().beta1(0.5).beta2(0.5).epsilon(0.5).biasCorrected(),
        adaMax(),
        adaMax(0.05),
        adaMax().beta1(0.5).beta2(0.5).epsilon(0.5),
        adaDelta(),
        adaDelta(0.05),
        adaDelta().rho(0.5).epsilon(0.5),
        nadam(),
        nadam(0.05),
        nadam().beta1(0.5).beta2(0.5).epsilon(0.5).momentumSchedule(),
        lion(),
        lion(0.05),
        lion().beta1(0.5).beta2(0.5),
        adaBelief(),
        adaBelief(0.05),
        adaBelief().beta1(0.5).beta2(0.5).epsilon(0.5));
  }
}
