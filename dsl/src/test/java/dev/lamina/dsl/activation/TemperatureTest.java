package dev.lamina.dsl.activation;

import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.check.NetworkCheck;
import dev.lamina.dsl.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

  @Test
  void temperatureIsOneByDefaultAndThenNotPrinted() {
    assertThat(SOFTMAX.temperature()).isEqualTo(1);
    assertThat(SOFTMAX).hasToString("SOFTMAX").isEqualTo(new Softmax(1));
    assertThat(SOFTMAX.word()).isEqualTo("softmax()");
    assertThat(softmax(1)).isEqualTo(softmax()).hasToString("softmax()");
  }

  @Test
  void anotherTemperatureGivesAnotherFunctionThatPrintsIt() {
    Softmax hotter = SOFTMAX.temperature(2);

    assertThat(hotter).isEqualTo(new Softmax(2)).isNotEqualTo(SOFTMAX);
    assertThat(hotter).hasToString("SOFTMAX.temperature(2)");
    assertThat(hotter.word()).isEqualTo("softmax(2)");
    assertThat(dense(3).softmax(0.5)).hasToString("dense(3).softmax(0.5)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 0.5, 20, 1e30})
  void temperaturesThatSinglePrecisionHoldsAreTaken(double temperature) {
    assertThat(softmax(temperature).activation()).isEqualTo(new Softmax(temperature));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, -1", "1e-31, 1e-31", "1e31, 1e31", "NaN, NaN", "Infinity, Infinity"})
  void anyOtherTemperatureIsRefused(double temperature, String printed) {
    String message = messageOf(() -> softmax(temperature));

    assertThat(message)
        .isEqualTo(
            """
            `softmax(%1$s)` is not valid: 1 problem.
              1. `temperature` must be a number from 1e-30 to 1e30 but is %1$s.
                 Fix: give a temperature above 0, such as `softmax(2)`."""
                .formatted(printed));
  }

  @Test
  void whatReadsSoftmaxReadsItAtAnyTemperature() {
    Softmax hot = SOFTMAX.temperature(2);

    assertThat(categoricalCrossEntropy().suits(hot)).isTrue();
    assertThat(sparseCategoricalCrossEntropy().suits(hot)).isTrue();
    assertThat(accuracy().suits(hot)).isTrue();
    assertThat(binaryCrossEntropy().suits(hot)).isFalse();
  }

  @Test
  void oneUnitHasNoChoiceAtAnyTemperature() {
    Network network = sequential(input(2), dense(1).softmax(2));

    assertThat(NetworkCheck.problems(network))
        .singleElement()
        .hasToString(
            NetworkCheck.problems(sequential(input(2), dense(1).softmax()))
                .get(0)
                .toString()
                .replace("softmax()", "softmax(2)"));
  }
}
