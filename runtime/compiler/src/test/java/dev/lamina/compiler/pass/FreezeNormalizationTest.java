package dev.lamina.compiler.pass;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.CompiledNetwork;
import dev.lamina.compiler.Compiler;
import org.junit.jupiter.api.Test;

class FreezeNormalizationTest {

  @Test
  void batchNormalizationAloneIsFrozen() {
    CompiledNetwork compiled =
        Compiler.compile(
            sequential(input(2), batchNorm().epsilon(1e-3).named("norm"), dropout(0.2), dense(1)),
            training(meanSquaredError(), sgd()));

    CompiledNetwork frozen = compiled.normalizedByAverages();

    assertThat(frozen.plan().toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "norm = batchNorm().epsilon(0.001).frozen().named(\"norm\") <- /input: flat(2) -> flat(2)",
            "dropout = dropout(0.2) <- norm: flat(2) -> flat(2)",
            "dense = dense(1) <- dropout: flat(2) -> flat(1)",
            "dense/loss = linear() + meanSquaredError() <- dense: flat(1) -> flat(1)");
    assertThat(frozen.network()).isEqualTo(compiled.network());
    assertThat(compiled.plan().toString()).doesNotContain("frozen");
  }
}
