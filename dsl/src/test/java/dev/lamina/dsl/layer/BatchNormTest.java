package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.shape.Flat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormTest {

  private static final Optional<String> NAMELESS = Optional.empty();

  static Stream<Arguments> options() {
    return Stream.of(
        option(layer -> layer.momentum(0.5), new BatchNorm(0.5, 1e-5, false, NAMELESS)),
        option(layer -> layer.epsilon(0.5), new BatchNorm(0.99, 0.5, false, NAMELESS)),
        option(BatchNorm::frozen, new BatchNorm(0.99, 1e-5, true, NAMELESS)),
        option(layer -> layer.named("a"), new BatchNorm(0.99, 1e-5, false, Optional.of("a"))));
  }

  private static Arguments option(UnaryOperator<BatchNorm> option, BatchNorm expected) {
    return arguments(option, expected);
  }

  @Test
  void theMomentumIsThatOfKerasAndEpsilonThatOfThePaperByDefault() {
    BatchNorm layer = batchNorm();

    assertThat(layer.momentum()).isEqualTo(0.99);
    assertThat(layer.epsilon()).isEqualTo(1e-5);
    assertThat(layer.isFrozen()).isFalse();
    assertThat(layer.name()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("options")
  void anOptionGivesAnotherLayer(UnaryOperator<BatchNorm> option, BatchNorm expected) {
    BatchNorm before = batchNorm();

    BatchNorm after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(new BatchNorm(0.99, 1e-5, false, NAMELESS));
  }

  @Test
  void optionsKeepWhatEarlierOptionsSet() {
    BatchNorm layer = batchNorm().frozen().named("a").epsilon(0.25).momentum(0.75);

    assertThat(layer).isEqualTo(new BatchNorm(0.75, 0.25, true, Optional.of("a")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 0.9999999999999999})
  void everyShareBelowOneIsTaken(double momentum) {
    BatchNorm layer = batchNorm().momentum(momentum).epsilon(Double.MIN_VALUE);

    assertThat(layer).isEqualTo(new BatchNorm(momentum, Double.MIN_VALUE, false, NAMELESS));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "1, 1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity"})
  void anyOtherMomentumIsRefused(double momentum, String printed) {
    String message = messageOf(() -> batchNorm().momentum(momentum));

    assertThat(message)
        .isEqualTo(
            """
            `batchNorm()` is not valid: 1 problem.
              1. `momentum` must be a number in [0, 1) but is %s.
                 Fix: give the part of the running average that stays, such as 0.99."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity"})
  void anEpsilonThatDoesNotHelpIsRefused(double epsilon, String printed) {
    String message = messageOf(() -> batchNorm().epsilon(epsilon));

    assertThat(message)
        .isEqualTo(
            """
            `batchNorm()` is not valid: 1 problem.
              1. `epsilon` must be a finite number above 0 but is %s.
                 Fix: give a small number, such as 1e-5."""
                .formatted(printed));
  }

  @Test
  void eachFeatureHasTwoLearnedNumbersAndTwoRunningAverages() {
    BatchNorm layer = batchNorm();

    List<Parameter> parameters = layer.parameters(new Flat(5));

    assertThat(parameters)
        .containsExactly(
            new Parameter("gamma", List.of(5), true),
            new Parameter("beta", List.of(5), true),
            new Parameter("movingMean", List.of(5), false),
            new Parameter("movingVariance", List.of(5), false));
    assertThat(ParameterCount.of(parameters)).isEqualTo(new ParameterCount(10, 10));
    assertThat(layer.outputShape(new Flat(5))).isEqualTo(new Flat(5));
    assertThat(layer.outputActivation()).isEqualTo(LINEAR);
  }

  @Test
  void ofAFrozenLayerNothingIsLearned() {
    List<Parameter> parameters = batchNorm().frozen().parameters(new Flat(5));

    assertThat(parameters)
        .containsExactly(
            new Parameter("gamma", List.of(5), false),
            new Parameter("beta", List.of(5), false),
            new Parameter("movingMean", List.of(5), false),
            new Parameter("movingVariance", List.of(5), false));
    assertThat(ParameterCount.of(parameters)).isEqualTo(new ParameterCount(0, 20));
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    assertThat(batchNorm()).hasToString("batchNorm()");
    assertThat(batchNorm().momentum(0.99).epsilon(0.00001)).hasToString("batchNorm()");
    assertThat(batchNorm().named("norm").epsilon(1e-3).momentum(0))
        .hasToString("batchNorm().momentum(0).epsilon(0.001).named(\"norm\")");
    assertThat(batchNorm().frozen().named("norm"))
        .hasToString("batchNorm().frozen().named(\"norm\")");
  }
}
