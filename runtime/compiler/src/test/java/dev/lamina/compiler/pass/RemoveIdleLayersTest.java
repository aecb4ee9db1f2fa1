package dev.lamina.compiler.pass;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.linear;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.layer.Block;
import org.junit.jupiter.api.Test;

class RemoveIdleLayersTest {

  @Test
  void dropoutOfNothingIsLeftOut() {
    Plan plan = plan(dense(3).relu(), dropout(0), dense(1));

    Plan rewritten = new RemoveIdleLayers().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3).relu() <- /input: flat(2) -> flat(3)",
            "dense_1 = dense(1) <- dense: flat(3) -> flat(1)");
  }

  @Test
  void noiseWithoutStrengthIsLeftOut() {
    Plan plan = plan(gaussianNoise(0), dense(3), alphaDropout(0), gaussianDropout(0), dense(1));

    Plan rewritten = new RemoveIdleLayers().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3) <- /input: flat(2) -> flat(3)",
            "dense_1 = dense(1) <- dense: flat(3) -> flat(1)");
  }

  @Test
  void theIdentityIsLeftOut() {
    Plan plan = plan(dense(3), linear(), dense(1));

    Plan rewritten = new RemoveIdleLayers().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3) <- /input: flat(2) -> flat(3)",
            "dense_1 = dense(1) <- dense: flat(3) -> flat(1)");
  }

  @Test
  void severalInARowAreLeftOutFromInputToOutput() {
    Plan plan = plan(dropout(0), linear(), dropout(0), dense(3), linear(), dropout(0));

    Plan rewritten = new RemoveIdleLayers().apply(plan);

    assertThat(rewritten.toString().lines())
        .containsExactly("/input: flat(2)", "dense = dense(3) <- /input: flat(2) -> flat(3)");
  }

  @Test
  void layersThatDoSomethingStay() {
    Plan plan =
        plan(
            dropout(1e-9),
            alphaDropout(1e-9),
            gaussianDropout(1e-9),
            gaussianNoise(1e-9),
            dense(3),
            batchNorm(),
            relu(),
            dense(1).linear());

    Plan rewritten = new RemoveIdleLayers().apply(plan);

    assertThat(rewritten).isEqualTo(plan);
  }

  private static Plan plan(Block... blocks) {
    return Plan.of(sequential(input(2), blocks), training(meanSquaredError(), sgd()));
  }
}
