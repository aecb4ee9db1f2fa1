package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.leakyRelu;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerNameTest {

  static Stream<Arguments> layersAndTheirCalls() {
    return Stream.of(
        arguments(dense(8).relu(), "dense(8)"),
        arguments(batchNorm(), "batchNorm()"),
        arguments(dropout(0.3), "dropout(0.3)"),
        arguments(leakyRelu(0.2), "activation(LEAKY_RELU.alpha(0.2))"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void anyReadableNameIsTaken(Layer layer, String call) {
    String name = "Schicht 1: \"größer\" \\ 層";

    Layer named = layer.named(name);

    assertThat(named.name()).contains(name);
    assertThat(named).hasToString(layer + ".named(\"Schicht 1: \\\"größer\\\" \\\\ 層\")");
    assertThat(layer.name()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void aNameWithASlashIsRefused(Layer layer, String call) {
    String message = messageOf(() -> layer.named("a/b"));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `name` must be text without `/` and control characters but is "a/b".
                 Fix: choose a name such as `hidden_1`."""
                .formatted(call));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void aNameOnTwoLinesIsRefused(Layer layer, String call) {
    String message = messageOf(() -> layer.named("a\r\nb\0"));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `name` must be text without `/` and control characters but is "a\\r\\nb\\000".
                 Fix: choose a name such as `hidden_1`."""
                .formatted(call));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void anEmptyNameIsRefused(Layer layer, String call) {
    String message = messageOf(() -> layer.named(""));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `name` must be text that is not blank but is "".
                 Fix: choose a name such as `hidden_1`."""
                .formatted(call));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void aBlankNameIsRefused(Layer layer, String call) {
    String message = messageOf(() -> layer.named("  "));

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `name` must be text that is not blank but is "  ".
                 Fix: choose a name such as `hidden_1`."""
                .formatted(call));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layersAndTheirCalls")
  void aMissingNameIsRefused(Layer layer, String call) {
    String message = messageOf(() -> layer.named(null));

    assertThat(message)
        .isEqualTo(
            """
            `named(null)` is not valid: 1 problem.
              1. `name` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }
}
