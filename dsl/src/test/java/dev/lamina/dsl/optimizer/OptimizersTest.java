package dev.lamina.dsl.optimizer;

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
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizersTest {

  static Stream<Arguments> defaults() {
    return Stream.of(
        arguments(momentum(), new Momentum(constantRate(0.01), 0.9)),
        arguments(nesterov(), new Nesterov(constantRate(0.01), 0.9)),
        arguments(adaGrad(), new AdaGrad(constantRate(0.01), 0, 1e-8, false)),
        arguments(rmsProp(), new RmsProp(constantRate(0.001), 0.9, 1e-8, false, false)),
        arguments(adamW(), new AdamW(constantRate(0.001), 0.004, 0.9, 0.999, 1e-8, false, false)),
        arguments(amsGrad(), new AmsGrad(constantRate(0.001), 0.9, 0.999, 1e-8, false)),
        arguments(adaMax(), new AdaMax(constantRate(0.001), 0.9, 0.999, 0)),
        arguments(adaDelta(), new AdaDelta(constantRate(1), 0.95, 1e-6)),
        arguments(nadam(), new Nadam(constantRate(0.001), 0.9, 0.999, 1e-8, false)),
        arguments(lion(), new Lion(constantRate(0.001), 0.9, 0.99)),
        arguments(adaBelief(), new AdaBelief(constantRate(0.001), 0.9, 0.999, 1e-16)));
  }

  static Stream<Arguments> printed() {
    return Stream.of(
        arguments(momentum(0.5).gamma(0.8), "momentum(0.5).gamma(0.8)"),
        arguments(nesterov().learningRate(0.5).gamma(0), "nesterov(0.5).gamma(0)"),
        arguments(
            adaGrad().initialAccumulator(0.1).delta(1e-7).deltaInsideRoot(),
            "adaGrad().initialAccumulator(0.1).delta(1e-7).deltaInsideRoot()"),
        arguments(
            rmsProp().rho(0.99).centered().deltaInsideRoot(),
            "rmsProp().rho(0.99).centered().deltaInsideRoot()"),
        arguments(
            adamW(0.5).weightDecay(0.1).beta1(0.8).beta2(0.9).epsilon(2).epsilonHat().decayBiases(),
            "adamW(0.5).weightDecay(0.1).beta1(0.8).beta2(0.9).epsilon(2).epsilonHat().decayBiases()"),
        arguments(amsGrad().beta2(0.9).biasCorrected(), "amsGrad().beta2(0.9).biasCorrected()"),
        arguments(adaMax().epsilon(1e-7), "adaMax().epsilon(1e-7)"),
        arguments(adaDelta(0.5).rho(0.9), "adaDelta(0.5).rho(0.9)"),
        arguments(nadam().momentumSchedule(), "nadam().momentumSchedule()"),
        arguments(lion(1e-4).beta2(0.98), "lion(1e-4).beta2(0.98)"),
        arguments(adaBelief().epsilon(1e-8), "adaBelief().epsilon(1e-8)"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(() -> momentum(-1), "momentum(-1)", "`learningRate`", "-1"),
        refusal(() -> momentum().gamma(1), "momentum(0.01)", "`gamma`", "1"),
        refusal(() -> nesterov().gamma(-0.5), "nesterov(0.01)", "`gamma`", "-0.5"),
        refusal(
            () -> adaGrad().initialAccumulator(-1), "adaGrad(0.01)", "`initialAccumulator`", "-1"),
        refusal(() -> adaGrad().delta(0), "adaGrad(0.01)", "`delta`", "0"),
        refusal(() -> rmsProp().rho(1), "rmsProp(0.001)", "`rho`", "1"),
        refusal(() -> adamW().weightDecay(-1), "adamW(0.001)", "`weightDecay`", "-1"),
        refusal(() -> amsGrad().beta1(2), "amsGrad(0.001)", "`beta1`", "2"),
        refusal(() -> adaMax().epsilon(-1), "adaMax(0.001)", "`epsilon`", "-1"),
        refusal(() -> adaDelta().epsilon(0), "adaDelta(1)", "`epsilon`", "0"),
        refusal(() -> nadam().beta2(1), "nadam(0.001)", "`beta2`", "1"),
        refusal(() -> lion(Double.NaN), "lion(NaN)", "`learningRate`", "NaN"),
        refusal(() -> adaBelief().epsilon(0), "adaBelief(0.001)", "`epsilon`", "0"));
  }

  private static Arguments refusal(
      Supplier<Optimizer> code, String call, String argument, String came) {
    return arguments(code, call, argument, came);
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void everyOptimizerTakesAnotherRate(Optimizer optimizer) {
    Optimizer faster = optimizer.learningRate(0.125);

    assertThat(faster).hasSameClassAs(optimizer);
    assertThat(faster.learningRate()).isEqualTo(constantRate(0.125));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void theDefaultsAreThoseDocumented(Optimizer word, Optimizer expected) {
    Optimizer given = word;

    String printed = given.toString();

    assertThat(given).isEqualTo(expected);
    assertThat(printed).endsWith("()");
  }

  @ParameterizedTest
  @MethodSource("printed")
  void anOptimizerPrintsWhatIsNotTheDefault(Optimizer optimizer, String expected) {
    String printed = optimizer.toString();

    assertThat(printed).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} {2} {3}")
  @MethodSource("refusals")
  void aNumberOutsideItsRangeIsRefused(
      Supplier<Optimizer> code, String call, String argument, String came) {
    String message = messageOf(code);

    assertThat(message)
        .startsWith("`" + call + "` is not valid: 1 problem.\n  1. " + argument + " must be ")
        .contains(" but is " + came + ".\n     Fix: give ");
  }

  @Test
  void onlyAdamWDecaysWeights() {
    double plain = adam().weightDecay();

    double decoupled = adamW().weightDecay();

    assertThat(plain).isZero();
    assertThat(decoupled).isEqualTo(0.004);
  }
}
