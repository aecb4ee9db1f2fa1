package dev.lamina.dsl.optimizer;

import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
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
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules against numbers worked out by hand, or by the formulas of Keras and PyTorch. */
class SchedulesTest {

  static Stream<Arguments> rates() {
    Schedule line = linearDecay(0.1, 0.01, 100);
    return Stream.of(
        arguments(constantRate(0.3), steps(0, 1, 1000), rates(0.3, 0.3, 0.3)),
        arguments(line, steps(0, 25, 50, 100, 1000), rates(0.1, 0.0775, 0.055, 0.01, 0.01)),
        arguments(linearDecay(0, 1, 4), steps(0, 1, 4, 5), rates(0, 0.25, 1, 1)),
        arguments(
            stepDecay(0.1, 0.5, 10), steps(0, 9, 10, 29, 30), rates(0.1, 0.1, 0.05, 0.025, 0.0125)),
        arguments(
            exponentialDecay(0.1, 0.96, 1000),
            steps(0, 500, 1000),
            rates(0.1, 0.09797958971132713, 0.096)),
        arguments(
            exponentialDecay(0.1, 0.96, 1000).staircase(),
            steps(0, 999, 1000, 2999),
            rates(0.1, 0.1, 0.096, 0.09216)),
        arguments(
            inverseTimeDecay(0.1, 0.5, 10), steps(0, 5, 20, 60), rates(0.1, 0.08, 0.05, 0.025)),
        arguments(
            inverseTimeDecay(0.1, 0.5, 10).staircase(),
            steps(0, 9, 29, 69),
            rates(0.1, 0.1, 0.05, 0.025)),
        arguments(
            polynomialDecay(0.1, 0.01, 100), steps(0, 50, 100, 101), rates(0.1, 0.055, 0.01, 0.01)),
        arguments(
            polynomialDecay(0.1, 0.01, 100).power(2),
            steps(0, 50, 100, 200),
            rates(0.1, 0.0325, 0.01, 0.01)),
        arguments(polynomialDecay(0.1, 0.01, 10_000).power(0.5), steps(7500), rates(0.055)),
        arguments(
            cosineDecay(0.1, 100),
            steps(0, 25, 50, 100, 200),
            rates(0.1, 0.08535533905932738, 0.05, 0, 0)),
        arguments(
            cosineDecay(0.1, 100).alpha(0.1),
            steps(0, 50, 100, 200),
            rates(0.1, 0.055, 0.01, 0.01)),
        arguments(
            cosineRestarts(0.1, 10),
            steps(0, 3, 5, 10, 17, 20, 30, 50, 70, 1000),
            rates(
                0.1,
                0.07938926261462366,
                0.05,
                0.1,
                0.07269952498697733,
                0.05,
                0.1,
                0.05,
                0.1,
                0.03785099100483681)),
        arguments(
            cosineRestarts(0.1, 10).cycleFactor(1),
            steps(0, 5, 10, 33, 100_000),
            rates(0.1, 0.05, 0.1, 0.07938926261462369, 0.1)),
        arguments(
            cosineRestarts(0.1, 10).cycleFactor(1.5),
            steps(10, 25, 48),
            rates(0.1, 0.1, 0.09994585556692624)),
        arguments(
            cosineRestarts(0.2, 7).peakFactor(0.5).alpha(0.1),
            steps(0, 7, 17),
            rates(0.2, 0.11, 0.03694295891635701)),
        arguments(
            oneCycle(0.1, 100),
            steps(0, 10, 29, 30, 50, 64, 99, 100),
            rates(
                0.004,
                0.029516394846410082,
                0.1,
                0.09994965352845243,
                0.0793893450575732,
                0.0500002,
                4e-7,
                4e-7)),
        arguments(
            oneCycle(0.2, 12).rise(0.5).startDivisor(10).endDivisor(100),
            steps(0, 3, 5, 7, 11, 12),
            rates(0.02, 0.13781152949374526, 0.2, 0.15005, 2e-4, 2e-4)),
        arguments(oneCycle(0.2, 3).rise(0), steps(0, 1, 2), rates(0.2, 0.1000004, 8e-7)),
        arguments(oneCycle(0.2, 1), steps(0, 1), rates(8e-7, 8e-7)),
        arguments(warmUp(10, line), steps(0, 5, 10, 60, 200), rates(0, 0.05, 0.1, 0.055, 0.01)),
        arguments(warmUp(10, line).from(0.05), steps(0, 5, 10), rates(0.05, 0.075, 0.1)),
        arguments(warmUp(4, constantRate(0.2)), steps(0, 1, 4, 9), rates(0, 0.05, 0.2, 0.2)),
        arguments(piecewise(0.1), steps(0, 1000), rates(0.1, 0.1)),
        arguments(
            piecewise(0.1).then(100, 0.05).then(200, 0),
            steps(0, 99, 100, 199, 200, 300),
            rates(0.1, 0.1, 0.05, 0.05, 0, 0)));
  }

  static Stream<Schedule> schedules() {
    return Stream.of(
        constantRate(0.1),
        linearDecay(0.1, 0.01, 7),
        stepDecay(0.1, 0.5, 3),
        exponentialDecay(0.1, 0.9, 7).staircase(),
        inverseTimeDecay(0.1, 0.9, 7).staircase(),
        polynomialDecay(0.1, 0.01, 7).power(2),
        cosineDecay(0.1, 7).alpha(0.1),
        cosineRestarts(0.1, 7).cycleFactor(3).peakFactor(0.5).alpha(0.1),
        oneCycle(0.1, 7).rise(0.5).startDivisor(10).endDivisor(20),
        warmUp(3, linearDecay(0.1, 0.01, 7)).from(0.01),
        piecewise(0.1).then(3, 0.05));
  }

  static Stream<Arguments> perEpoch() {
    return Stream.of(
        arguments(constantRate(0.1), constantRate(0.1).perEpoch()),
        arguments(linearDecay(0.1, 0.01, 7), linearDecay(0.1, 0.01, 7).perEpoch()),
        arguments(stepDecay(0.1, 0.5, 3), stepDecay(0.1, 0.5, 3).perEpoch()),
        arguments(
            exponentialDecay(0.1, 0.9, 7).staircase(),
            exponentialDecay(0.1, 0.9, 7).perEpoch().staircase()),
        arguments(
            inverseTimeDecay(0.1, 0.9, 7).staircase(),
            inverseTimeDecay(0.1, 0.9, 7).perEpoch().staircase()),
        arguments(
            polynomialDecay(0.1, 0.01, 7).power(2),
            polynomialDecay(0.1, 0.01, 7).perEpoch().power(2)),
        arguments(cosineDecay(0.1, 7).alpha(0.1), cosineDecay(0.1, 7).perEpoch().alpha(0.1)),
        arguments(
            cosineRestarts(0.1, 7).cycleFactor(3).peakFactor(0.5).alpha(0.1),
            cosineRestarts(0.1, 7).perEpoch().alpha(0.1).peakFactor(0.5).cycleFactor(3)),
        arguments(
            oneCycle(0.1, 7).rise(0.5).startDivisor(10).endDivisor(20),
            oneCycle(0.1, 7).perEpoch().endDivisor(20).startDivisor(10).rise(0.5)),
        arguments(
            warmUp(3, linearDecay(0.1, 0.01, 7)).from(0.01),
            warmUp(3, linearDecay(0.1, 0.01, 7).perEpoch()).from(0.01)),
        arguments(piecewise(0.1).then(3, 0.05), piecewise(0.1).perEpoch().then(3, 0.05)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rates")
  void theRatesAreThoseOfTheFormula(Schedule schedule, long[] steps, double[] expected) {
    double[] given = LongStream.of(steps).mapToDouble(schedule::rateAt).toArray();

    assertThat(given).containsExactly(expected, within(1e-15));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schedules")
  void aStepIsAnIterationUnlessItIsSaid(Schedule schedule) {
    double fifth = schedule.rateAt(5);

    double byIteration = schedule.at(5, 2);

    assertThat(schedule.isPerEpoch()).isFalse();
    assertThat(byIteration).isEqualTo(fifth);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("perEpoch")
  void perEpochAStepIsAnEpochAndNothingElseChanges(Schedule schedule, Schedule perEpoch) {
    double[] rates = LongStream.range(0, 20).mapToDouble(schedule::rateAt).toArray();

    double[] byEpoch = LongStream.range(0, 20).mapToDouble(k -> perEpoch.at(99, (int) k)).toArray();

    assertThat(perEpoch.isPerEpoch()).isTrue();
    assertThat(byEpoch).containsExactly(rates);
  }

  @Test
  void everyRestartStartsFromThePeakHoweverLongAgoItIs() {
    Schedule schedule = cosineRestarts(1, 3).cycleFactor(2);
    List<Long> starts = LongStream.range(0, 28).mapToObj(cycle -> 3 * ((1L << cycle) - 1)).toList();

    List<Double> peaks = starts.stream().map(schedule::rateAt).toList();

    assertThat(peaks).containsOnly(1.0);
  }

  @Test
  void anOptimizerTakesAScheduleForItsRateAndPrintsIt() {
    Optimizer given = adam(linearDecay(0.1, 0.01, 100)).beta1(0.8);
    Optimizer chosen = adam().beta1(0.8).learningRate(linearDecay(0.1, 0.01, 100));

    Schedule rate = given.learningRate();

    assertThat(rate).isEqualTo(linearDecay(0.1, 0.01, 100));
    assertThat(given).isEqualTo(chosen).hasToString("adam(linearDecay(0.1, 0.01, 100)).beta1(0.8)");
  }

  @Test
  void aNumberIsAConstantRateAndIsPrintedAsTheNumber() {
    Optimizer number = sgd(0.5);
    Optimizer schedule = sgd(constantRate(0.5));

    String perEpoch = sgd(constantRate(0.01).perEpoch()).toString();

    assertThat(number).isEqualTo(schedule).hasToString("sgd(0.5)");
    assertThat(sgd(constantRate(0.01))).hasToString("sgd()");
    assertThat(perEpoch).isEqualTo("sgd(constantRate(0.01).perEpoch())");
  }

  @Test
  void anotherNumberIsRefusedInTheWordsOfTheOptimizer() {
    String message = messageOf(() -> adamW().learningRate(-2));

    assertThat(message)
        .isEqualTo(
            """
            `adamW(-2)` is not valid: 1 problem.
              1. `learningRate` must be a finite number of at least 0 but is -2.
                 Fix: give a small step, such as `adamW(0.001)`.""");
  }

  private static long[] steps(long... steps) {
    return steps;
  }

  private static double[] rates(double... rates) {
    return rates;
  }
}
