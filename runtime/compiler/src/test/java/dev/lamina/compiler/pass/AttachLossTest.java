package dev.lamina.compiler.pass;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.loss.Loss;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttachLossTest {

  @Test
  void theActivationOfADenseLayerJoinsTheLoss() {
    Plan plan = plan(categoricalCrossEntropy(), dense(3).softmax().l2(0.5).noBias().named("out"));

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "out = dense(3).noBias().l2(0.5).named(\"out\") <- /input: flat(2) -> flat(3)",
            "out/loss = softmax() + categoricalCrossEntropy() <- out: flat(3) -> flat(3)");
  }

  @Test
  void aDenseLayerWithoutActivationStaysAsItIs() {
    Plan plan = plan(meanSquaredError(), dense(1));

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(1) <- /input: flat(2) -> flat(1)",
            "dense/loss = linear() + meanSquaredError() <- dense: flat(1) -> flat(1)");
  }

  @Test
  void aTrailingActivationLayerJoinsTheLossWhole() {
    Plan plan = plan(binaryCrossEntropy(), dense(1), sigmoid().named("probability"));

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(1) <- /input: flat(2) -> flat(1)",
            "probability/loss = sigmoid() + binaryCrossEntropy() <- dense: flat(1) -> flat(1)");
  }

  @Test
  void anActivationBeforeATrailingOneStays() {
    Plan plan = plan(binaryCrossEntropy(), dense(2).tanh(), relu(), sigmoid());

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(2).tanh() <- /input: flat(2) -> flat(2)",
            "activation = relu() <- dense: flat(2) -> flat(2)",
            "activation_1/loss = sigmoid() + binaryCrossEntropy() <- activation:"
                + " flat(2) -> flat(2)");
  }

  @Test
  void anActivationLayerAloneLeavesTheInputAsLogits() {
    Plan plan = plan(binaryCrossEntropy(), sigmoid());

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "activation/loss = sigmoid() + binaryCrossEntropy() <- /input: flat(2) -> flat(2)");
  }

  @Test
  void batchNormalizationAtTheEndGivesTheLogits() {
    Plan plan = plan(meanSquaredError(), dense(3).relu(), batchNorm());

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3).relu() <- /input: flat(2) -> flat(3)",
            "batch_normalization = batchNorm() <- dense: flat(3) -> flat(3)",
            "batch_normalization/loss = linear() + meanSquaredError() <- batch_normalization:"
                + " flat(3) -> flat(3)");
  }

  static Stream<Noise> noises() {
    return Stream.of(dropout(0.5), alphaDropout(0.5), gaussianDropout(0.5), gaussianNoise(0.5));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void noiseAtTheEndGivesTheLogits(Noise noise) {
    Plan plan = plan(meanSquaredError(), dense(3), noise.named("it"));

    Plan rewritten = new AttachLoss().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3) <- /input: flat(2) -> flat(3)",
            "it = " + noise.named("it") + " <- dense: flat(3) -> flat(3)",
            "it/loss = linear() + meanSquaredError() <- it: flat(3) -> flat(3)");
  }

  @Test
  void aPlanHasOneLoss() {
    Plan plan = new AttachLoss().apply(plan(meanSquaredError(), dense(1)));

    assertThatThrownBy(() -> new AttachLoss().apply(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The plan has a loss already: linear() + meanSquaredError()");
  }

  private static Plan plan(Loss loss, Block... blocks) {
    return Plan.of(sequential(input(2), blocks), training(loss, sgd()));
  }
}
