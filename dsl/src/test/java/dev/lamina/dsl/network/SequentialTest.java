package dev.lamina.dsl.network;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.shape.Flat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialTest {

  static Stream<Arguments> missing() {
    return Stream.of(
        missing("input", "sequential(null, dense(1))", () -> sequential(null, dense(1))),
        missing(
            "block",
            "sequential(input(2), dense(8), null)",
            () -> sequential(input(2), dense(8), null)),
        missing("block", "sequential(input(2), null)", () -> sequential(input(2), (Block) null)),
        missing("blocks", "sequential(input, blocks)", () -> sequential(input(2), (Block[]) null)),
        missing(
            "name",
            "sequential(input(2), dense(1))",
            () -> sequential(input(2), dense(1)).named(null)),
        missing("shape", "input(null)", () -> new Input(null)));
  }

  private static Arguments missing(String argument, String call, Supplier<?> network) {
    return arguments(argument, call, network);
  }

  @Test
  void aNetworkIsNamedSequentialByDefault() {
    Sequential network = sequential(input(2), dense(1));

    assertThat(network)
        .isEqualTo(new Sequential("sequential", new Input(new Flat(2)), List.of(dense(1))));
  }

  @Test
  void aNameGivesAnotherNetwork() {
    Sequential before = sequential(input(2), dense(1));

    Sequential after = before.named("churn");

    assertThat(after).isEqualTo(new Sequential("churn", input(2), List.of(dense(1))));
    assertThat(before.name()).isEqualTo("sequential");
  }

  @Test
  void aNetworkCopiesItsBlocks() {
    List<Block> listed = new ArrayList<>(List.of(dense(8)));
    Block[] given = {dense(8)};
    Sequential fromList = new Sequential(input(2), listed);
    Sequential fromArray = sequential(input(2), given);

    listed.add(relu());
    given[0] = relu();

    assertThat(fromList.blocks()).containsExactly(dense(8));
    assertThat(fromArray.blocks()).containsExactly(dense(8));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("missing")
  void eachPartIsRequired(String argument, String call, Supplier<?> network) {
    String message = messageOf(network);

    assertThat(message)
        .isEqualTo(
            """
            `%s` is not valid: 1 problem.
              1. `%s` must be a value but is null.
                 Fix: pass a value: null stands for nothing."""
                .formatted(call, argument));
  }

  @ParameterizedTest
  @CsvSource({"a/b, text without `/` and control characters", "' ', text that is not blank"})
  void anUnreadableNameIsRefused(String name, String expected) {
    String message = messageOf(() -> sequential(input(2), dense(1)).named(name));

    assertThat(message)
        .isEqualTo(
            """
            `sequential(input(2), dense(1))` is not valid: 1 problem.
              1. `name` must be %s but is "%s".
                 Fix: choose a name such as `hidden_1`."""
                .formatted(expected, name));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void anInputWithoutFeaturesIsRefused(int width) {
    String message = messageOf(() -> input(width));

    assertThat(message)
        .isEqualTo(
            """
            `input(%1$d)` is not valid: 1 problem.
              1. `width` must be a whole number of at least 1 but is %1$d.
                 Fix: give the number of features of one sample."""
                .formatted(width));
  }

  @Test
  void itPrintsItsBlocksAndItsName() {
    Sequential network = sequential(input(2), stack(dense(8), relu()), dense(1));

    assertThat(network).hasToString("sequential(input(2), stack(dense(8), relu()), dense(1))");
    assertThat(network.named("churn"))
        .hasToString("sequential(input(2), stack(dense(8), relu()), dense(1)).named(\"churn\")");
    assertThat(sequential(input(2))).hasToString("sequential(input(2))");
  }
}
