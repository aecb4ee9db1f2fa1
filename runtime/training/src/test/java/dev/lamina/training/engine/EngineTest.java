package dev.lamina.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Batch;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

class EngineTest {

  private static final Batch BATCH = Batch.of(Xor.data(), new int[] {0, 1, 2, 3}, 0, 4);

  @Test
  void anEngineTrainsOnAfterItsGraphWasCopied() {
    Engine copied = Engine.create(Compiler.compile(Xor.network(), Xor.plan()));
    Engine other = Engine.create(Compiler.compile(Xor.network(), Xor.plan()));

    ComputationGraph copy = copied.copyOfGraph();

    assertThat(copy.getListeners()).isEmpty();
    assertThat(copied.train(BATCH, 1).outputs()).containsExactly(other.train(BATCH, 1).outputs());
    assertThat(copied.train(BATCH, 2).loss()).isEqualTo(other.train(BATCH, 2).loss());
  }
}
