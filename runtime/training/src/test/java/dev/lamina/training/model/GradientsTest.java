package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradientsTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());
  private static final Network NETWORK =
      sequential(input(2), dense(2).named("hidden"), batchNorm().named("norm"), dense(1));

  @Test
  void gradientsAreReadByTheNamesOfTheWeights() {
    Gradients gradients = numbered();

    assertThat(gradients.matrix("hidden", "kernel")).isDeepEqualTo(new double[][] {{3, 3}, {3, 3}});
    assertThat(gradients.vector("norm", "beta")).containsExactly(3, 3);
    assertThat(gradients)
        .hasToString(
            String.join(
                System.lineSeparator(),
                "hidden.kernel [2, 2] [[3.0, 3.0], [3.0, 3.0]]",
                "hidden.bias [2] [3.0, 3.0]",
                "norm.gamma [2] [3.0, 3.0]",
                "norm.beta [2] [3.0, 3.0]",
                "dense.kernel [2, 1] [[3.0], [3.0]]",
                "dense.bias [1] [3.0]"));
  }

  @Test
  void normsAreEuclidean() {
    Gradients gradients = numbered();

    assertThat(gradients.norm("norm")).isCloseTo(6, within(1e-12));
    assertThat(gradients.norm()).isCloseTo(3 * Math.sqrt(13), within(1e-12));
  }

  @Test
  void gradientsAreNoWeights() {
    Network network = sequential(input(1), dense(1));
    Gradients gradients = Gradients.read(network, (layer, parameter) -> new double[1]);
    Weights weights = Weights.read(network, (layer, parameter) -> new double[1]);

    assertThat(gradients)
        .isEqualTo(Gradients.read(network, (layer, parameter) -> new double[1]))
        .hasSameHashCodeAs(Gradients.read(network, (layer, parameter) -> new double[1]))
        .isNotEqualTo(weights)
        .isNotEqualTo(Gradients.read(network, (layer, parameter) -> new double[] {1}));
  }

  @Test
  void runningAveragesHaveNoGradient() {
    Gradients gradients = numbered();

    String message = messageOf(() -> gradients.vector("norm", "movingMean"));

    assertThat(message)
        .startsWith("`vector(\"norm\", \"movingMean\")` is not valid: 1 problem.")
        .contains("`parameter` must be one of layer `norm` but is \"movingMean\".");
  }

  @Test
  void theNormOfALayerWithoutGradientsIsRefused() {
    Gradients gradients = numbered();

    String message = messageOf(() -> gradients.norm("hiden"));

    assertThat(message)
        .startsWith("`norm(\"hiden\")` is not valid: 1 problem.")
        .contains("use another name: ")
        .contains("`hidden`");
  }

  @Test
  void theBatchIsChecked() {
    Model model = Model.untrained(NETWORK, PLAN);
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {0});

    String message = messageOf(() -> model.gradients(data));

    assertThat(message)
        .isEqualTo(
            """
            `gradients(batch)` of network `sequential` is not valid: 2 problems.
              1. Data has 1 feature in each sample but the network takes `input(2)`.
                 Fix: use `input(1)`, or give samples of 2 features.
              2. Data has 1 sample, but batch normalization needs at least 2 in a batch.
                 Fix: give more samples.""");
  }

  @Test
  void theBatchIsRequired() {
    Model model = Model.untrained(NETWORK, PLAN);

    String message = messageOf(() -> model.gradients(null));

    assertThat(message)
        .isEqualTo(
            """
            `gradients(batch)` is not valid: 1 problem.
              1. `batch` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  /** Every number 3. */
  private static Gradients numbered() {
    return Gradients.read(
        NETWORK,
        (layer, parameter) -> {
          double[] threes =
              new double
                  [layer.parameters().stream()
                      .filter(each -> each.name().equals(parameter))
                      .mapToInt(each -> (int) each.size())
                      .findFirst()
                      .orElseThrow()];
          Arrays.fill(threes, 3);
          return threes;
        });
  }
}
