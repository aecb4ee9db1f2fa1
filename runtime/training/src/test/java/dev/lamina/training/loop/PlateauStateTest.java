package dev.lamina.training.loop;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.training.ReduceOnPlateau;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rates after each epoch that Keras's algorithm gives from a rate of 1. */
class PlateauStateTest {

  private static final ReduceOnPlateau LOSS = reduceOnPlateau(validation(loss()));
  private static final ReduceOnPlateau HALF = LOSS.factor(0.5).patience(2);
  private static final ReduceOnPlateau ACCURACY =
      reduceOnPlateau(validation(accuracy())).factor(0.5).patience(2);
  private static final double NAN = Double.NaN;

  static Stream<Arguments> sequences() {
    return Stream.of(
        // The second reduction waits anew.
        sequence(HALF, row(5, 4, 4, 4, 4, 4, 4), row(1, 1, 1, .5, .5, .25, .25)),
        // An improvement ends the waiting.
        sequence(HALF, row(5, 4, 4, 3, 3, 3, 3), row(1, 1, 1, 1, 1, .5, .5)),
        sequence(
            HALF.cooldown(3),
            row(1, 1, 1, 1, 1, 1, 1, 1, 1),
            row(1, 1, .5, .5, .5, .5, .25, .25, .25)),
        // The best value moves on while it cools down.
        sequence(
            HALF.cooldown(2),
            row(1, 1, 1, .5, .5, .5, .5, .5),
            row(1, 1, .5, .5, .5, .25, .25, .25)),
        // A cooldown of 1 is none.
        sequence(HALF.patience(1).cooldown(1), row(1, 1, 1, 1), row(1, .5, .25, .125)),
        // By 5e-5 an epoch does not improve, but by 1.5e-4 over three epochs one does.
        sequence(HALF, row(1, .99995, .9999, .99985, .9998), row(1, 1, .5, .5, .5)),
        sequence(HALF.minDelta(0), row(1, .99995, .9999, .99985), row(1, 1, 1, 1)),
        sequence(ACCURACY, row(.5, .6, .6, .6, .6, .7, .7, .7), row(1, 1, 1, .5, .5, .5, .5, .25)),
        sequence(
            LOSS.patience(1).least(.005), row(1, 1, 1, 1, 1, 1), row(1, .1, .01, .005, .005, .005)),
        sequence(HALF, row(NAN, NAN, 1, 1, NAN), row(1, .5, .5, .5, .25)),
        sequence(HALF.patience(0), row(1, 1, 1), row(1, .5, .25)));
  }

  private static Arguments sequence(ReduceOnPlateau rule, double[] values, double[] rates) {
    return arguments(rule, values, rates);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sequences")
  void theRatesAreThoseOfKeras(ReduceOnPlateau rule, double[] values, double[] expected) {
    PlateauState state = PlateauState.start(rule, 1);
    double[] rates = new double[values.length];

    for (int epoch = 0; epoch < values.length; epoch++) {
      state = state.after(values[epoch], 1);
      rates[epoch] = state.factor();
    }

    assertThat(rates).containsExactly(expected, within(1e-15));
  }

  @Test
  void byDefaultTenEpochsWithoutImprovementTakeNineTenths() {
    PlateauState state = PlateauState.start(LOSS, 1).after(1, 0.5);

    for (int epoch = 1; epoch < 10; epoch++) {
      state = state.after(1, 0.5);
    }
    PlateauState tenth = state.after(1, 0.5);

    assertThat(state.factor()).isEqualTo(1);
    assertThat(state.waited()).isEqualTo(9);
    assertThat(tenth.factor()).isEqualTo(0.1);
    assertThat(tenth.waited()).isZero();
  }

  @Test
  void theLeastRateIsThatOfTheScheduleTimesTheFactor() {
    PlateauState before = PlateauState.start(HALF.patience(1).least(0.3), 1).after(1, 0.5);

    PlateauState reduced = before.after(1, 0.4);
    PlateauState scheduledLower = reduced.after(1, 0.2);

    assertThat(reduced.factor() * 0.4).isCloseTo(0.3, within(1e-15));
    assertThat(scheduledLower.factor()).isEqualTo(reduced.factor());
  }

  @Test
  void aRateOfZeroIsLeftAsItIs() {
    PlateauState before = PlateauState.start(HALF.patience(1), 1).after(1, 0);

    PlateauState after = before.after(1, 0);

    assertThat(after.factor()).isEqualTo(1);
  }

  @Test
  void trainingThatGoesOnStartsFromTheFactorBefore() {
    PlateauState start = PlateauState.start(HALF.patience(1), 0.25);

    PlateauState reduced = start.after(1, 1).after(1, 1);

    assertThat(start.factor()).isEqualTo(0.25);
    assertThat(reduced.factor()).isEqualTo(0.125);
  }

  private static double[] row(double... values) {
    return values;
  }
}
