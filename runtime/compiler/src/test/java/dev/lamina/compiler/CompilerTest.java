package dev.lamina.compiler;

import static dev.lamina.compiler.Refusal.messageOf;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import org.junit.jupiter.api.Test;

class CompilerTest {

  private static final TrainingPlan REGRESSION = training(meanSquaredError(), sgd());

  @Test
  void theBatchNormalizationNetBecomesThisPlan() {
    Network classifier =
        sequential(
            input(20),
            dense(64).l2(0.01).named("dense_1"),
            batchNorm().named("batch_norm_1"),
            relu(),
            dropout(0.3).named("dropout_1"),
            dense(32).l2(0.01).named("dense_2"),
            batchNorm().named("batch_norm_2"),
            relu(),
            dropout(0.2).named("dropout_2"),
            dense(1).sigmoid().named("output_layer"));
    TrainingPlan training =
        training(binaryCrossEntropy(), adam(1e-3))
            .epochs(100)
            .batchSize(32)
            .seed(7)
            .measure(accuracy())
            .stopWhen(earlyStopping(validation(loss())).patience(3));

    CompiledNetwork compiled = Compiler.compile(classifier, training);

    assertThat(compiled.network()).isEqualTo(classifier);
    assertThat(compiled.plan().training()).isEqualTo(training);
    assertThat(compiled.plan().toString().lines())
        .containsExactly(
            "/input: flat(20)",
            "dense_1 = dense(64).l2(0.01).named(\"dense_1\") <- /input: flat(20) -> flat(64)",
            "batch_norm_1 = batchNorm().named(\"batch_norm_1\") <- dense_1: flat(64) -> flat(64)",
            "activation = relu() <- batch_norm_1: flat(64) -> flat(64)",
            "dropout_1 = dropout(0.3).named(\"dropout_1\") <- activation: flat(64) -> flat(64)",
            "dense_2 = dense(32).l2(0.01).named(\"dense_2\") <- dropout_1: flat(64) -> flat(32)",
            "batch_norm_2 = batchNorm().named(\"batch_norm_2\") <- dense_2: flat(32) -> flat(32)",
            "activation_1 = relu() <- batch_norm_2: flat(32) -> flat(32)",
            "dropout_2 = dropout(0.2).named(\"dropout_2\") <- activation_1: flat(32) -> flat(32)",
            "output_layer = dense(1).named(\"output_layer\") <- dropout_2: flat(32) -> flat(1)",
            "output_layer/loss = sigmoid() + binaryCrossEntropy() <- output_layer:"
                + " flat(1) -> flat(1)");
  }

  @Test
  void everythingWrongWithNetworkAndPlanIsSaidAtOnce() {
    Network network =
        sequential(input(4), dense(8).named("hidden"), dense(8).named("hidden"), dense(3).sigmoid())
            .named("churn");
    TrainingPlan plan =
        training(categoricalCrossEntropy(), adam())
            .stopWhen(earlyStopping(validation(accuracy())).patience(2));

    String message = messageOf(() -> Compiler.compile(network, plan));

    assertThat(message)
        .isEqualTo(
            """
            Network `churn` is not valid: 3 problems.
              1. Layer 2 `dense(8).named("hidden")` needs a name of its own but has that of layer 1.
                 Fix: give one of them another name.
              2. `earlyStopping(validation(accuracy())).patience(2)` watches a metric that is not \
            measured.
                 Fix: add `.measure(accuracy())`, or watch another: there is `loss()`.
              3. Layer 3 `dense(3).sigmoid()` ends the network, but `categoricalCrossEntropy()` needs \
            outputs that sum to 1.
                 Fix: use `.softmax()`, or train with `binaryCrossEntropy()`.""");
  }

  @Test
  void aNetworkWithoutLayersIsRefusedBeforeAnyPassSeesIt() {
    Network empty = sequential(input(4));

    String message = messageOf(() -> Compiler.compile(empty, REGRESSION));

    assertThat(message)
        .isEqualTo(
            """
            Network `sequential` is not valid: 1 problem.
              1. The network needs at least one layer after `input(4)` but has none.
                 Fix: add layers, such as `dense(1)` for one output.""");
  }

  @Test
  void aNetworkIsRequired() {
    String message = messageOf(() -> Compiler.compile(null, REGRESSION));

    assertThat(message)
        .isEqualTo(
            """
            `compile(network, training)` is not valid: 1 problem.
              1. `network` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void aPlanIsRequired() {
    String message = messageOf(() -> Compiler.compile(sequential(input(1), dense(1)), null));

    assertThat(message)
        .isEqualTo(
            """
            `compile(network, training)` is not valid: 1 problem.
              1. `training` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void equalDescriptionsGiveEqualPlansAndEqualConfigurations() {
    CompiledNetwork one = Compiler.compile(digits(), REGRESSION.seed(3));
    CompiledNetwork other = Compiler.compile(digits(), REGRESSION.seed(3));

    assertThat(other).isEqualTo(one);
    assertThat(other.json()).isEqualTo(one.json());
  }

  @Test
  void anotherSeedGivesAnotherConfiguration() {
    CompiledNetwork one = Compiler.compile(digits(), REGRESSION.seed(3));
    CompiledNetwork other = Compiler.compile(digits(), REGRESSION.seed(4));

    assertThat(other.json()).isNotEqualTo(one.json());
  }

  private static Network digits() {
    return sequential(input(64), dense(32).relu(), dropout(0.3), batchNorm(), dense(10).softmax());
  }
}
