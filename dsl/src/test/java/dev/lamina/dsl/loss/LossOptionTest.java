package dev.lamina.dsl.loss;

import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossOptionTest {

  static Stream<Arguments> smoothings() {
    return Stream.of(
        smoothing(() -> binaryCrossEntropy().labelSmoothing(1)),
        smoothing(() -> categoricalCrossEntropy().labelSmoothing(1)),
        smoothing(() -> categoricalFocalCrossEntropy().labelSmoothing(1)),
        smoothing(() -> sparseCategoricalCrossEntropy().labelSmoothing(1)));
  }

  private static Arguments smoothing(Supplier<?> call) {
    return arguments(call);
  }

  @ParameterizedTest
  @MethodSource("smoothings")
  void aSmoothingThatLeavesNothingOfTheTargetsIsRefused(Supplier<?> call) {
    String message = messageOf(call);

    assertThat(message)
        .isEqualTo(
            """
            `labelSmoothing(1)` is not valid: 1 problem.
              1. `labelSmoothing` must be a number in [0, 1) but is 1.
                 Fix: give a small share, such as 0.1.""");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void huberNeedsADeltaAboveZero(double delta) {
    String message = messageOf(() -> huber(delta));

    assertThat(message)
        .contains("`delta` must be a finite number above 0 but is ")
        .endsWith("Fix: give the error from which on it grows linearly, such as 1.");
  }

  @Test
  void theFocalExponentIsNotNegative() {
    String message = messageOf(() -> binaryFocalCrossEntropy().gamma(-1));

    assertThat(message)
        .isEqualTo(
            """
            `gamma(-1)` is not valid: 1 problem.
              1. `gamma` must be a finite number of at least 0 but is -1.
                 Fix: give the exponent, such as `gamma(2)`.""");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 1.5, Double.NaN})
  void theFocalWeightIsAShare(double alpha) {
    String message = messageOf(() -> binaryFocalCrossEntropy().alpha(alpha));

    assertThat(message)
        .contains("`alpha` must be a number in [0, 1] but is ")
        .endsWith("Fix: give the weight of class 1, such as `alpha(0.25)`.");
  }

  @Test
  void theCategoricalFocalExponentIsNotNegativeEither() {
    String message = messageOf(() -> categoricalFocalCrossEntropy().gamma(-1));

    assertThat(message)
        .isEqualTo(
            """
            `gamma(-1)` is not valid: 1 problem.
              1. `gamma` must be a finite number of at least 0 but is -1.
                 Fix: give the exponent, such as `gamma(2)`.""");
  }

  @Test
  void theCategoricalFocalFactorIsAboveZero() {
    String message = messageOf(() -> categoricalFocalCrossEntropy().alpha(0));

    assertThat(message)
        .isEqualTo(
            """
            `alpha(0)` is not valid: 1 problem.
              1. `alpha` must be a finite number above 0 but is 0.
                 Fix: give the factor of the loss, such as `alpha(0.25)`.""");
  }

  @Test
  void theDefaultsAreThoseOfKeras() {
    BinaryFocalCrossEntropy focal = binaryFocalCrossEntropy();
    CategoricalFocalCrossEntropy categorical = categoricalFocalCrossEntropy();

    Huber huber = huber();

    assertThat(focal.gamma()).isEqualTo(2);
    assertThat(focal.alpha()).isEmpty();
    assertThat(categorical).isEqualTo(new CategoricalFocalCrossEntropy(2, 0.25, 0));
    assertThat(huber.delta()).isEqualTo(1);
    assertThat(binaryCrossEntropy().labelSmoothing()).isZero();
  }
}
