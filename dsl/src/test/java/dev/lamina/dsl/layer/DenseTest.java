package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.activation.Activation;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseTest {

  private static final Optional<String> NAMELESS = Optional.empty();
  private static final Penalty L1 = new Penalty(0.5, 0);
  private static final Penalty L2 = new Penalty(0, 0.5);
  private static final ParameterOptions KERNEL = new ParameterOptions(glorotUniform());
  private static final Optional<ParameterOptions> BIAS = Optional.of(new ParameterOptions(zeros()));

  static Stream<Arguments> options() {
    return Stream.of(
        option(dense -> dense.noBias(), layer(LINEAR, KERNEL, Optional.empty(), false, NAMELESS)),
        option(
            dense -> dense.initializer(zeros()),
            layer(LINEAR, new ParameterOptions(zeros()), BIAS, false, NAMELESS)),
        option(dense -> dense.l1(0.5), layer(LINEAR, KERNEL.penalty(L1), BIAS, false, NAMELESS)),
        option(dense -> dense.l2(0.5), layer(LINEAR, KERNEL.penalty(L2), BIAS, false, NAMELESS)),
        option(
            dense -> dense.biasInitializer(ones()),
            layer(LINEAR, KERNEL, Optional.of(new ParameterOptions(ones())), false, NAMELESS)),
        option(dense -> dense.biasL1(0.5), layer(LINEAR, KERNEL, bias(L1), false, NAMELESS)),
        option(dense -> dense.biasL2(0.5), layer(LINEAR, KERNEL, bias(L2), false, NAMELESS)),
        option(
            dense -> dense.weightDecay(0.5),
            layer(LINEAR, KERNEL.weightDecay(0.5), BIAS, false, NAMELESS)),
        option(
            dense -> dense.biasWeightDecay(0),
            layer(
                LINEAR,
                KERNEL,
                Optional.of(new ParameterOptions(zeros()).weightDecay(0)),
                false,
                NAMELESS)),
        option(dense -> dense.frozen(), layer(LINEAR, KERNEL, BIAS, true, NAMELESS)),
        option(dense -> dense.named("a"), layer(LINEAR, KERNEL, BIAS, false, Optional.of("a"))));
  }

  static Stream<Arguments> missing() {
    return Stream.of(
        missing("activation", () -> dense(8).activation(null)),
        missing("kernel", () -> layer(RELU, null, BIAS, false, NAMELESS)));
  }

  private static Dense layer(
      Activation activation,
      ParameterOptions kernel,
      Optional<ParameterOptions> bias,
      boolean isFrozen,
      Optional<String> name) {
    return new Dense(8, activation, kernel, bias, Optional.empty(), 0, isFrozen, name);
  }

  private static Optional<ParameterOptions> bias(Penalty penalty) {
    return BIAS.map(biases -> biases.penalty(penalty));
  }

  private static Arguments option(UnaryOperator<Dense> option, Dense expected) {
    return arguments(option, expected);
  }

  private static Arguments missing(String argument, Supplier<Dense> layer) {
    return arguments(argument, layer);
  }

  @Test
  void aLayerIsLinearWithBiasesAndGlorotWeightsAndNoPenaltyByDefault() {
    Dense dense = dense(8);

    assertThat(dense.units()).isEqualTo(8);
    assertThat(dense.activation()).isEqualTo(LINEAR);
    assertThat(dense.initializer()).isEqualTo(VarianceScaling.GLOROT_UNIFORM);
    assertThat(dense.kernel())
        .isEqualTo(new ParameterOptions(glorotUniform(), Penalty.NONE, OptionalDouble.empty()));
    assertThat(dense.hasBias()).isTrue();
    assertThat(dense.bias())
        .contains(new ParameterOptions(zeros(), Penalty.NONE, OptionalDouble.empty()));
    assertThat(dense.constraint()).isEmpty();
    assertThat(dense.dropConnect()).isZero();
    assertThat(dense.isFrozen()).isFalse();
    assertThat(dense.name()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("options")
  void anOptionGivesAnotherLayer(UnaryOperator<Dense> option, Dense expected) {
    Dense before = dense(8);

    Dense after = option.apply(before);

    assertThat(after).isEqualTo(expected);
    assertThat(before).isEqualTo(layer(LINEAR, KERNEL, BIAS, false, NAMELESS));
  }

  @Test
  void optionsKeepWhatEarlierOptionsSet() {
    Dense dense =
        dense(8)
            .named("a")
            .frozen()
            .biasL2(2)
            .weightDecay(3)
            .biasL1(1)
            .l2(0.25)
            .l1(0.75)
            .initializer(ones())
            .relu();

    ParameterOptions kernel =
        new ParameterOptions(ones(), new Penalty(0.75, 0.25), OptionalDouble.of(3));
    assertThat(dense)
        .isEqualTo(layer(RELU, kernel, bias(new Penalty(1, 2)), true, Optional.of("a")));
    assertThat(dense.l1()).isEqualTo(0.75);
    assertThat(dense.l2()).isEqualTo(0.25);
    assertThat(dense.initializer()).isEqualTo(ones());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aLayerWithoutNeuronsIsRefused(int units) {
    String message = messageOf(() -> dense(units));

    assertThat(message)
        .isEqualTo(
            """
            `dense(%1$d)` is not valid: 1 problem.
              1. `units` must be a whole number of at least 1 but is %1$d.
                 Fix: give the number of neurons, such as `dense(64)`."""
                .formatted(units));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("missing")
  void eachPartIsRequired(String argument, Supplier<Dense> layer) {
    String message = messageOf(layer);

    assertThat(message)
        .isEqualTo(
            """
            `dense(8)` is not valid: 1 problem.
              1. `%s` must be a value but is null.
                 Fix: pass a value: null stands for nothing."""
                .formatted(argument));
  }

  @Test
  void aStartIsRequired() {
    String message = messageOf(() -> dense(8).initializer(null));

    assertThat(message)
        .isEqualTo(
            """
            `initializer(null)` is not valid: 1 problem.
              1. `initializer` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void weightsCanBeDropped() {
    Dense dense = dense(8).relu().dropConnect(0.5).maxNorm(3).named("a");

    Dense kept = dense.dropConnect(0);

    assertThat(dense.dropConnect()).isEqualTo(0.5);
    assertThat(dense).hasToString("dense(8).relu().maxNorm(3).dropConnect(0.5).named(\"a\")");
    assertThat(kept).isEqualTo(dense(8).relu().maxNorm(3).named("a"));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, -0.1", "1, 1", "NaN, NaN"})
  void aShareOfWeightsThatIsNoneIsRefused(double rate, String printed) {
    String message = messageOf(() -> dense(8).dropConnect(rate));

    assertThat(message)
        .isEqualTo(
            """
            `dropConnect(%1$s)` is not valid: 1 problem.
              1. `rate` must be a number in [0, 1) but is %1$s.
                 Fix: give the share of weights to drop, such as `dropConnect(0.5)`."""
                .formatted(printed));
  }

  @Test
  void itPrintsWhatIsNotTheDefault() {
    Dense dense =
        dense(64).named("hidden").l2(0.01).l1(1e-4).initializer(heNormal()).noBias().relu();

    assertThat(dense(64)).hasToString("dense(64)");
    assertThat(dense(64).linear().initializer(glorotUniform()).l1(0).l2(0).biasL1(0).biasL2(0))
        .hasToString("dense(64)");
    assertThat(dense)
        .hasToString(
            "dense(64).relu().noBias().initializer(heNormal())"
                + ".l1(1e-4).l2(0.01).named(\"hidden\")");
    assertThat(dense(2).leakyRelu(0.2)).hasToString("dense(2).leakyRelu(0.2)");
    assertThat(dense(2).frozen().biasL2(0.5).biasL1(0.25).l1(2).biasInitializer(ones()))
        .hasToString("dense(2).l1(2).biasInitializer(ones()).biasL1(0.25).biasL2(0.5).frozen()");
  }
}
