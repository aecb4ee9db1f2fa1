package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetRefusalTest {

  private static final double[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}};

  static Stream<Arguments> gaps() {
    double[][] hole = {{1, 2}, null, {3, 4}};
    return Stream.of(
        gap("features", () -> Dataset.of((double[][]) null, new double[][] {{1}})),
        gap("features", () -> Dataset.of((double[][]) null, new double[] {1})),
        gap("features", () -> Dataset.of((double[][]) null, new int[] {1})),
        gap("targets", () -> Dataset.of(FEATURES, (double[][]) null)),
        gap("targets", () -> Dataset.of(FEATURES, (double[]) null)),
        gap("targets", () -> Dataset.of(FEATURES, (int[]) null)),
        gap("features[1]", () -> Dataset.of(hole, new double[3])),
        gap("targets[1]", () -> Dataset.of(FEATURES, hole)),
        gap("features[0]", () -> Dataset.of(new double[2][], new double[2])));
  }

  private static Arguments gap(String place, ThrowingCallable call) {
    return arguments(place, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gaps")
  void nullIsRefusedWhereItStands(String place, ThrowingCallable call) {
    String message = messageOf(call);

    assertThat(message)
        .isEqualTo(
            """
            `Dataset.of(features, targets)` is not valid: 1 problem.
              1. `%s` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""",
            place);
  }

  @Test
  void rowsOfFeaturesMustBeEquallyLong() {
    double[][] ragged = {{1, 2}, {3, 4}, {5}};

    String message = messageOf(() -> Dataset.of(ragged, new double[3]));

    assertThat(message)
        .isEqualTo(
            """
            `Dataset.of(features, targets)` is not valid: 1 problem.
              1. `features[2]` must be as long as row 0, which is 2, but is 1.
                 Fix: give every sample the same number of values.""");
  }

  @Test
  void rowsOfTargetsMustBeEquallyLong() {
    double[][] ragged = {{1}, {3, 4}, {5}};

    String message = messageOf(() -> Dataset.of(FEATURES, ragged));

    assertThat(message)
        .isEqualTo(
            """
            `Dataset.of(features, targets)` is not valid: 1 problem.
              1. `targets[1]` must be as long as row 0, which is 1, but is 2.
                 Fix: give every sample the same number of values.""");
  }

  @Test
  void eachSampleMustHaveItsTarget() {
    String message = messageOf(() -> Dataset.of(FEATURES, new int[] {0, 1}));

    assertThat(message)
        .isEqualTo(
            """
            `Dataset.of(features, targets)` is not valid: 1 problem.
              1. `targets` must be as many as the features, which are 3, but is 2.
                 Fix: give each sample its target.""");
  }
}
