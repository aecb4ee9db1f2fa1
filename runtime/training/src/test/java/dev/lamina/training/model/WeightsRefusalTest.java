package dev.lamina.training.model;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightsRefusalTest {

  private static final Weights WEIGHTS = WeightsTest.counted();

  static Stream<Arguments> unknownLayers() {
    return Stream.of(
        call("matrix(\"hiden\", \"kernel\")", () -> WEIGHTS.matrix("hiden", "kernel")),
        call("vector(\"hiden\", \"bias\")", () -> WEIGHTS.vector("hiden", "bias")),
        call("parameters(\"hiden\")", () -> WEIGHTS.parameters("hiden")),
        call(
            "with(\"hiden\", \"bias\", vector)",
            () -> WEIGHTS.with("hiden", "bias", new double[3])),
        call(
            "with(\"hiden\", \"kernel\", matrix)",
            () -> WEIGHTS.with("hiden", "kernel", new double[2][3])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknownLayers")
  void anUnknownLayerIsRefusedWithTheNearName(String call, ThrowingCallable code) {
    String message = messageOf(code);

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `layer` must be the name of a layer that has parameters but is "hiden".
                 Fix: use another name: did you mean `hidden`? In all there are `hidden`, `norm`, \
            `out`.""",
            call);
  }

  @Test
  void anUnknownParameterIsRefusedWithTheNearName() {
    String message = messageOf(() -> WEIGHTS.vector("norm", "gama"));

    assertThat(message)
        .isEqualTo(
            """
            `vector("norm", "gama")` is not valid: 1 problem.
              1. `parameter` must be one of layer `norm` but is "gama".
                 Fix: use another name: did you mean `gamma`? In all there are `gamma`, `beta`, \
            `movingMean`, `movingVariance`.""");
  }

  @Test
  void aVectorIsNotReadAsAMatrix() {
    String message = messageOf(() -> WEIGHTS.matrix("hidden", "bias"));

    assertThat(message)
        .isEqualTo(
            """
            `matrix("hidden", "bias")` is not valid: 1 problem.
              1. `bias` must be of rank 2 but is 1.
                 Fix: read it with `vector`.""");
  }

  @Test
  void aMatrixIsNotReadAsAVector() {
    String message = messageOf(() -> WEIGHTS.vector("hidden", "kernel"));

    assertThat(message)
        .isEqualTo(
            """
            `vector("hidden", "kernel")` is not valid: 1 problem.
              1. `kernel` must be of rank 1 but is 2.
                 Fix: read it with `matrix`.""");
  }

  static Stream<Arguments> wrongShapes() {
    return Stream.of(
        arguments("[3, 2]", new double[3][2]),
        arguments("[2, 2]", new double[2][2]),
        arguments("[0, 0]", new double[0][0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongShapes")
  void aMatrixMustHaveTheShapeOfTheParameter(String shape, double[][] matrix) {
    String message = messageOf(() -> WEIGHTS.with("hidden", "kernel", matrix));

    assertThat(message)
        .isEqualTo(
            """
            `with("hidden", "kernel", matrix)` is not valid: 1 problem.
              1. `kernel` must be of shape [2, 3] but is %s.
                 Fix: give as many numbers as the layer has.""",
            shape);
  }

  @Test
  void aVectorIsNoMatrix() {
    String message = messageOf(() -> WEIGHTS.with("hidden", "kernel", new double[6]));

    assertThat(message)
        .isEqualTo(
            """
            `with("hidden", "kernel", vector)` is not valid: 1 problem.
              1. `kernel` must be of shape [2, 3] but is [6].
                 Fix: give as many numbers as the layer has.""");
  }

  @Test
  void rowsOfAMatrixMustBeEquallyLong() {
    double[][] ragged = {{1, 2, 3}, {4, 5}};

    String message = messageOf(() -> WEIGHTS.with("hidden", "kernel", ragged));

    assertThat(message)
        .isEqualTo(
            """
            `with("hidden", "kernel", matrix)` is not valid: 1 problem.
              1. `matrix[1]` must be as long as row 0, which is 3, but is 2.
                 Fix: give every row the same number of columns.""");
  }

  @Test
  void numbersMustBeFinite() {
    double[] infinite = {1, Double.NEGATIVE_INFINITY, Double.NaN};

    String message = messageOf(() -> WEIGHTS.with("hidden", "bias", infinite));

    assertThat(message)
        .isEqualTo(
            """
            `with("hidden", "bias", vector)` is not valid: 1 problem.
              1. `bias` must be a finite number but is -Infinity.
                 Fix: give finite numbers only.""");
  }

  static Stream<Arguments> gaps() {
    double[][] hole = {{1, 2, 3}, null};
    return Stream.of(
        call("layer", () -> WEIGHTS.parameters(null)),
        call("layer", () -> WEIGHTS.matrix(null, "kernel")),
        call("parameter", () -> WEIGHTS.matrix("hidden", null)),
        call("layer", () -> WEIGHTS.vector(null, "bias")),
        call("parameter", () -> WEIGHTS.vector("hidden", null)),
        call("layer", () -> WEIGHTS.with(null, "bias", new double[3])),
        call("parameter", () -> WEIGHTS.with("hidden", null, new double[3])),
        call("vector", () -> WEIGHTS.with("hidden", "bias", (double[]) null)),
        call("matrix", () -> WEIGHTS.with("hidden", "kernel", (double[][]) null)),
        call("matrix[1]", () -> WEIGHTS.with("hidden", "kernel", hole)));
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void nullIsRefusedWhereItStands(String argument, ThrowingCallable code) {
    String message = messageOf(code);

    assertThat(message.lines().skip(1))
        .containsExactly(
            "  1. `" + argument + "` must be a value but is null.",
            "     Fix: pass a value: null stands for nothing.");
  }

  private static Arguments call(String text, ThrowingCallable code) {
    return arguments(text, code);
  }
}
