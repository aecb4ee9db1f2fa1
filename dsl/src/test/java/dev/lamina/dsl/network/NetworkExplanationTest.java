package dev.lamina.dsl.network;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every value, who set it, and what DL4J would have done. */
class NetworkExplanationTest {

  @Test
  void aLayerIsExplainedWithItsDefaultsAndWhatFollowsFromItsPlace() {
    Network network = sequential(input(20), batchNorm().momentum(0.9).named("norm"));

    String explanation = network.explain();

    assertThat(explanation)
        .isEqualToNormalizingNewlines(
            """
            Network `sequential`
              Layer 1 `batchNorm().momentum(0.9).named("norm")`
                setting         value         set by   DL4J
                name            "norm"        you      may be given twice
                input           (None, 20)    network  a width that contradicts it is overwritten
                momentum        0.9           you      0.9; clipping corrupts the running averages
                epsilon         1e-5          default  the same
                isFrozen        false         default  crashes, or freezes the layers before it too
                output          (None, 20)    network  the same
                gamma           [20] trained  network  counted as trainable, whatever it is
                beta            [20] trained  network  counted as trainable, whatever it is
                movingMean      [20] kept     network  counted as trainable, whatever it is
                movingVariance  [20] kept     network  counted as trainable, whatever it is""");
  }

  @Test
  void thePlanIsExplainedAfterTheNetwork() {
    Network network = sequential(input(1), dense(1)).named("line");

    String explanation = network.explain(training(huber(0.5), sgd()).epochs(3));

    assertThat(explanation)
        .startsWith("Network `line` and its training")
        .containsPattern("epochs +3 +you ")
        .containsPattern("batchSize +32 +default ")
        .containsPattern("loss +huber\\(0.5\\) +you +has none")
        .containsPattern("delta +0.5 +you ")
        .containsPattern("learningRate +constantRate\\(0.01\\) +default +0.001");
  }

  @Test
  void aPlanMustBeThere() {
    Network network = sequential(input(1), dense(1));

    String message = messageOf(() -> network.explain(null));

    assertThat(message)
        .isEqualTo(
            """
            `explain(null)` is not valid: 1 problem.
              1. `plan` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void whatEqualsTheDefaultCountsAsTheDefault() {
    Network network = sequential(input(1), dense(1).linear().l2(0));

    String explanation = network.explain(training(meanSquaredError(), sgd(0.01)));

    assertThat(explanation)
        .containsPattern("activation +LINEAR +default")
        .containsPattern("learningRate +constantRate\\(0.01\\) +default");
  }

  @Test
  void whatALayerDoesNotSayIsTheOptimizers() {
    Network network = sequential(input(1), dense(1).weightDecay(0.5));

    String explanation = network.explain();

    assertThat(explanation)
        .containsPattern("kernel.weightDecay +0.5 +you ")
        .containsPattern("bias.weightDecay +the optimizer's +default ");
  }
}
