package dev.lamina.dsl.training;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.metric.Monitor;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyStoppingTest {

  private static final Monitor MONITOR = validation(loss());
  private static final OptionalDouble NONE = OptionalDouble.empty();

  static Stream<Arguments> options() {
    OptionalDouble half = OptionalDouble.of(0.5);
    return Stream.of(
        option("patience", rule -> rule.patience(3), rule(3, 0, 0, NONE, true)),
        option("minDelta", rule -> rule.minDelta(0.5), rule(0, 0.5, 0, NONE, true)),
        option("startFrom", rule -> rule.startFrom(3), rule(0, 0, 3, NONE, true)),
        option("baseline", rule -> rule.baseline(0.5), rule(0, 0, 0, half, true)),
        option("keepLast", EarlyStopping::keepLast, rule(0, 0, 0, NONE, false)));
  }

  private static Arguments option(
      String name, UnaryOperator<EarlyStopping> option, EarlyStopping expected) {
    return arguments(name, option, expected);
  }

  private static EarlyStopping rule(
      int patience, double minDelta, int startFrom, OptionalDouble baseline, boolean restoresBest) {
    return new EarlyStopping(MONITOR, patience, minDelta, startFrom, baseline, restoresBest);
  }

  @Test
  void everyChangeCountsAndTheBestWeightsAreRestoredByDefault() {
    EarlyStopping rule = earlyStopping(MONITOR);

    assertThat(rule.monitor()).isEqualTo(MONITOR);
    assertThat(rule.patience()).isZero();
    assertThat(rule.minDelta()).isZero();
    assertThat(rule.startFrom()).isZero();
    assertThat(rule.baseline()).isEmpty();
    assertThat(rule.restoresBest()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void anOptionGivesAnotherRule(
      String name, UnaryOperator<EarlyStopping> option, EarlyStopping expected) {
    EarlyStopping before = earlyStopping(MONITOR);

    EarlyStopping after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(rule(0, 0, 0, NONE, true));
  }

  @Test
  void optionsKeepWhatEarlierOptionsSet() {
    EarlyStopping rule =
        earlyStopping(MONITOR)
            .keepLast()
            .baseline(-1)
            .startFrom(2)
            .minDelta(0.25)
            .patience(5)
            .minDelta(0.5);

    assertThat(rule).isEqualTo(rule(5, 0.5, 2, OptionalDouble.of(-1), false));
  }

  @Test
  void aMonitorIsRequired() {
    String message = messageOf(() -> earlyStopping(null));

    assertThat(message)
        .isEqualTo(
            """
            `earlyStopping(null)` is not valid: 1 problem.
              1. `monitor` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void aNegativePatienceIsRefused(int patience) {
    String message = messageOf(() -> earlyStopping(MONITOR).patience(patience));

    assertThat(message)
        .isEqualTo(
            """
            `earlyStopping(validation(loss()))` is not valid: 1 problem.
              1. `patience` must be a whole number of at least 0 but is %d.
                 Fix: give the number of epochs to wait."""
                .formatted(patience));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void aLeastChangeThatIsNoneIsRefused(double minDelta, String printed) {
    String message = messageOf(() -> earlyStopping(MONITOR).minDelta(minDelta));

    assertThat(message)
        .isEqualTo(
            """
            `earlyStopping(validation(loss()))` is not valid: 1 problem.
              1. `minDelta` must be a finite number of at least 0 but is %s.
                 Fix: give the least change that counts, such as 1e-4."""
                .formatted(printed));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void anEpochBeforeTheFirstIsRefused(int epoch) {
    String message = messageOf(() -> earlyStopping(MONITOR).startFrom(epoch));

    assertThat(message)
        .isEqualTo(
            """
            `earlyStopping(validation(loss()))` is not valid: 1 problem.
              1. `startFrom` must be a whole number of at least 0 but is %d.
                 Fix: give the first epoch to look at, from 0."""
                .formatted(epoch));
  }

  @ParameterizedTest
  @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void aBaselineThatIsNoNumberIsRefused(double baseline, String printed) {
    String message = messageOf(() -> earlyStopping(MONITOR).baseline(baseline));

    assertThat(message)
        .isEqualTo(
            """
            `earlyStopping(validation(loss()))` is not valid: 1 problem.
              1. `baseline` must be a finite number but is %s.
                 Fix: give the value to beat, or none."""
                .formatted(printed));
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    EarlyStopping rule =
        earlyStopping(training(accuracy()))
            .keepLast()
            .baseline(0)
            .startFrom(10)
            .minDelta(1e-4)
            .patience(3);

    assertThat(earlyStopping(MONITOR)).hasToString("earlyStopping(validation(loss()))");
    assertThat(rule)
        .hasToString(
            "earlyStopping(training(accuracy()))"
                + ".patience(3).minDelta(1e-4).startFrom(10).baseline(0).keepLast()");
  }
}
