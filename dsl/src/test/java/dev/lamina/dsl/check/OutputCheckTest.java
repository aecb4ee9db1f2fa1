package dev.lamina.dsl.check;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputCheckTest {

  private static final Dense LINEAR = dense(3);
  private static final Dense SIGMOID = dense(3).sigmoid();
  private static final Dense SOFTMAX = dense(3).softmax();

  static Stream<Arguments> fitting() {
    return Stream.of(
        arguments(meanSquaredError(), LINEAR),
        arguments(meanSquaredError(), SIGMOID),
        arguments(meanSquaredError(), SOFTMAX),
        arguments(binaryCrossEntropy(), SIGMOID),
        arguments(poisson(), dense(3).relu()),
        arguments(hinge(), LINEAR),
        arguments(cosineSimilarity(), dense(2)),
        arguments(categoricalCrossEntropy(), SOFTMAX),
        arguments(categoricalCrossEntropy(), softmax()),
        arguments(sparseCategoricalCrossEntropy(), SOFTMAX));
  }

  static Stream<Arguments> misfits() {
    String probabilities = "outputs that are probabilities, each for itself";
    String choice = "outputs that sum to 1";
    return Stream.of(
        misfit(binaryCrossEntropy(), LINEAR, probabilities, "use `.sigmoid()`", "meanSquaredError"),
        misfit(
            binaryCrossEntropy(),
            SOFTMAX,
            probabilities,
            "use `.sigmoid()`",
            "categoricalCrossEntropy"),
        misfit(categoricalCrossEntropy(), LINEAR, choice, "use `.softmax()`", "meanSquaredError"),
        misfit(
            categoricalCrossEntropy(), SIGMOID, choice, "use `.softmax()`", "binaryCrossEntropy"),
        misfit(
            sparseCategoricalCrossEntropy(),
            SIGMOID,
            choice,
            "use `.softmax()`",
            "binaryCrossEntropy"),
        misfit(
            sparseCategoricalCrossEntropy(), relu(), choice, "use `softmax()`", "meanSquaredError"),
        misfit(
            poisson(),
            LINEAR,
            "outputs that are never negative",
            "use `.relu()` or `.sigmoid()` or `.softmax()`",
            "meanSquaredError"),
        misfit(
            hinge(),
            SIGMOID,
            "outputs that can be negative",
            "use `.linear()` or `.tanh()`",
            "binaryCrossEntropy"),
        misfit(
            binaryCrossEntropy(),
            batchNorm(),
            probabilities,
            "add `sigmoid()`",
            "meanSquaredError"));
  }

  private static Arguments misfit(
      Loss loss, Layer output, String needs, String remedy, String otherLoss) {
    Problem problem =
        new Problem(
            "Layer 2 `" + output + "`",
            "ends the network, but `" + loss + "` needs " + needs + ".",
            remedy + ", or train with `" + otherLoss + "()`.");
    return arguments(loss, output, problem);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("fitting")
  void aLossThatFitsTheOutputIsTaken(Loss loss, Layer output) {
    Network network = sequential(input(2), dense(3), output);

    List<Problem> problems = PlanCheck.problems(network, training(loss, sgd()));

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("misfits")
  void aLossThatDoesNotFitTheOutputIsReported(Loss loss, Layer output, Problem problem) {
    Network network = sequential(input(2), dense(3), output);

    List<Problem> problems = PlanCheck.problems(network, training(loss, sgd()));

    assertThat(problems).containsExactly(problem);
  }

  @Test
  void aDirectionNeedsTwoOutputs() {
    Network network = sequential(input(2), dense(3), dense(1).tanh());

    List<Problem> problems = PlanCheck.problems(network, training(cosineSimilarity(), sgd()));

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 2 `dense(1).tanh()`",
                "needs at least 2 units for `cosineSimilarity()` but has 1, whose direction is"
                    + " only a sign.",
                "use as many units as the targets have numbers, or train with"
                    + " `meanSquaredError()`."));
  }

  @Test
  void theOutputIsFoundInsideFragments() {
    Network network = sequential(input(2), stack(dense(3), stack(dense(1).tanh())));

    List<Problem> problems = PlanCheck.problems(network, training(binaryCrossEntropy(), sgd()));

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 2 `dense(1).tanh()`",
                "ends the network, but `binaryCrossEntropy()` needs outputs that are"
                    + " probabilities, each for itself.",
                "use `.sigmoid()`, or train with `meanSquaredError()`."));
  }

  @Test
  void aMetricThatDoesNotFitTheOutputIsReportedOnce() {
    Network network = sequential(input(2), dense(1));

    List<Problem> problems =
        PlanCheck.problems(
            network, training(meanSquaredError(), sgd()).measure(accuracy(), accuracy()));

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`measure(accuracy())`", "names a metric that is measured already.", "remove it."),
            new Problem(
                "Layer 1 `dense(1)`",
                "ends the network, but `accuracy()` needs outputs that are probabilities of"
                    + " classes.",
                "use `.sigmoid()` or `.softmax()`, or measure `meanAbsoluteError()`."));
  }

  @Test
  void noiseOnTheOutputsDoesNotHideTheirActivation() {
    Network network = sequential(input(2), dense(1).sigmoid(), gaussianNoise(0.5));

    List<Problem> problems = PlanCheck.problems(network, training(binaryCrossEntropy(), sgd()));

    assertThat(problems).extracting(Problem::where).containsExactly("Layer 2 `gaussianNoise(0.5)`");
  }

  @Test
  void dropoutOfTheOutputsDoesNotHideTheirActivation() {
    Network network = sequential(input(2), dense(1).sigmoid(), dropout(0.5));

    List<Problem> problems = PlanCheck.problems(network, training(binaryCrossEntropy(), sgd()));

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 2 `dropout(0.5)`",
                "drops outputs, but dropout is for input and hidden neurons, never for outputs.",
                "remove it, or put it before the last layer that has weights."));
  }
}
