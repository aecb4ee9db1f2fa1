package dev.lamina.dsl.check;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {

  @Test
  void aValidNetworkHasNoProblems() {
    Network network =
        sequential(
            input(20),
            dropout(0.2),
            dense(64).named("hidden"),
            batchNorm(),
            relu(),
            dropout(0.3),
            dense(2).softmax());

    List<Problem> problems = NetworkCheck.problems(network);

    assertThat(problems).isEmpty();
    assertThatCode(() -> NetworkCheck.requireValid(network)).doesNotThrowAnyException();
  }

  @Test
  void aNetworkNeedsLayers() {
    Network network = sequential(input(2), stack(), stack(stack())).named("churn");

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `churn` is not valid: 1 problem.
              1. The network needs at least one layer after `input(2)` but has none.
                 Fix: add layers, such as `dense(1)` for one output.""");
  }

  @Test
  void layersNeedNamesOfTheirOwn() {
    Network network =
        sequential(
            input(2),
            dense(4).named("a"),
            relu().named("b"),
            dense(3).named("a"),
            dense(1).named("a"));

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 2 problems.
              1. Layer 3 `dense(3).named("a")` needs a name of its own but has that of layer 1.
                 Fix: give one of them another name.
              2. Layer 4 `dense(1).named("a")` needs a name of its own but has that of layer 1.
                 Fix: give one of them another name.""");
  }

  @Test
  void softmaxNeedsTwoUnits() {
    Network network = sequential(input(2), dense(1).softmax());

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 1 problem.
              1. Layer 1 `dense(1).softmax()` needs at least 2 units for softmax but has 1, \
            whose output would always be 1.
                 Fix: use `.sigmoid()` for two classes, or as many units as there are classes.""");
  }

  @Test
  void softmaxAsALayerNeedsTwoUnitsToo() {
    Network network = sequential(input(2), dense(1), softmax());

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 1 problem.
              1. Layer 2 `softmax()` needs at least 2 units for softmax but has 1, \
            whose output would always be 1.
                 Fix: use `sigmoid()` for two classes, or as many units as there are classes.""");
  }

  @Test
  void outputsAreNeverDropped() {
    Network network = sequential(input(2), dropout(0.5), dense(1), dropout(0.5));

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 1 problem.
              1. Layer 3 `dropout(0.5)` drops outputs, but dropout is for input and hidden \
            neurons, never for outputs.
                 Fix: remove it, or put it before the last layer that has weights.""");
  }

  @Test
  void outputsAreNeverDisturbedByOtherNoiseEither() {
    Network network =
        sequential(
            input(2),
            gaussianNoise(0.1),
            dense(1),
            alphaDropout(0.5),
            gaussianDropout(0.5),
            sigmoid(),
            gaussianNoise(0.1));

    String message = refusalOf(network);

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 3 problems.
              1. Layer 3 `alphaDropout(0.5)` drops outputs, but dropout is for input and hidden \
            neurons, never for outputs.
                 Fix: remove it, or put it before the last layer that has weights.
              2. Layer 4 `gaussianDropout(0.5)` disturbs outputs, but noise is for input and \
            hidden neurons, never for outputs.
                 Fix: remove it, or put it before the last layer that has weights.
              3. Layer 6 `gaussianNoise(0.1)` disturbs outputs, but noise is for input and hidden \
            neurons, never for outputs.
                 Fix: remove it, or put it before the last layer that has weights.""");
  }

  @Test
  void noneAreDroppedBetweenTheLastWeightsAndTheirActivationEither() {
    Network network = sequential(input(2), dense(1), dropout(0.5), sigmoid());

    List<Problem> problems = NetworkCheck.problems(network);

    assertThat(problems).extracting(Problem::where).containsExactly("Layer 2 `dropout(0.5)`");
  }

  @Test
  void allProblemsAreReportedAtOnceFromInputToOutput() {
    Network network =
        sequential(
            input(2), dense(1).softmax().named("a"), dense(1).softmax().named("a"), dropout(0.5));

    List<Problem> problems = NetworkCheck.problems(network);

    assertThat(problems)
        .extracting(Problem::where)
        .containsExactly(
            "Layer 1 `dense(1).softmax().named(\"a\")`",
            "Layer 2 `dense(1).softmax().named(\"a\")`",
            "Layer 2 `dense(1).softmax().named(\"a\")`",
            "Layer 3 `dropout(0.5)`");
    assertThat(problems)
        .extracting(Problem::finding)
        .containsExactly(
            "needs at least 2 units for softmax but has 1, whose output would always be 1.",
            "needs a name of its own but has that of layer 1.",
            "needs at least 2 units for softmax but has 1, whose output would always be 1.",
            "drops outputs, but dropout is for input and hidden neurons, never for outputs.");
  }

  private static String refusalOf(Network network) {
    return messageOf(
        () -> {
          NetworkCheck.requireValid(network);
          return network;
        });
  }
}
