package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.shape.Flat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

  @Test
  void aNameGivesAnotherLayer() {
    Dropout before = dropout(0.3);

    Dropout after = before.named("thin");

    assertThat(after).isEqualTo(new Dropout(0.3, Optional.of("thin")));
    assertThat(before).isEqualTo(new Dropout(0.3, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 0.5, 0.9999999999999999})
  void everyShareBelowOneIsTaken(double rate) {
    Dropout dropout = dropout(rate);

    assertThat(dropout.rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "-1e-9, -1e-9",
    "1, 1",
    "1.5, 1.5",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void anyOtherRateIsRefused(double rate, String printed) {
    String message = messageOf(() -> dropout(rate));

    assertThat(message)
        .isEqualTo(
            """
            `dropout(%1$s)` is not valid: 1 problem.
              1. `rate` must be a number in [0, 1) but is %1$s.
                 Fix: give the share of values to drop, such as `dropout(0.3)`."""
                .formatted(printed));
  }

  @Test
  void shapesPassThroughAndNothingIsLearned() {
    Dropout dropout = dropout(0.3);

    assertThat(dropout.outputShape(new Flat(5))).isEqualTo(new Flat(5));
    assertThat(dropout.parameters(new Flat(5))).isEmpty();
    assertThat(dropout.outputActivation()).isEqualTo(LINEAR);
  }

  @Test
  void itPrintsItsRateAndItsName() {
    assertThat(dropout(0.3)).hasToString("dropout(0.3)");
    assertThat(dropout(0).named("thin")).hasToString("dropout(0).named(\"thin\")");
  }
}
