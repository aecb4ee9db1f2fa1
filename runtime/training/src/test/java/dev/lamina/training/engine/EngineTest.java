package dev.lamina.training.engine;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.network.Network;
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

  @Test
  void aRestoredAverageGoesOnToTheSameBits() {
    Engine engine = averaging();
    Engine other = averaging();
    engine.train(BATCH, 1);
    engine.train(BATCH, 2);
    Snapshot snapshot = engine.snapshot();
    engine.train(BATCH, 3);
    engine.train(BATCH, 4);
    double uninterrupted = engine.evaluate(BATCH).loss();

    other.restore(snapshot);
    double restored = other.evaluate(BATCH).loss();
    other.train(BATCH, 3);
    other.train(BATCH, 4);
    double resumed = other.evaluate(BATCH).loss();
    other.takeAverage();

    assertThat(restored).isNotEqualTo(uninterrupted);
    assertThat(resumed).isEqualTo(uninterrupted);
    assertThat(other.evaluate(BATCH).loss()).isEqualTo(uninterrupted);
    assertThat(other.snapshot().average()).isEmpty();
  }

  @Test
  void whatWasAccumulatedIsForgottenWithTheMemoryOfBatches() {
    Network network = sequential(input(2), dense(3).tanh(), dense(1).sigmoid());
    Engine engine = Engine.create(Compiler.compile(network, Xor.plan()));
    Engine other = Engine.create(Compiler.compile(network, Xor.plan()));

    double accumulated = engine.accumulate(BATCH, 5).loss();
    engine.rest();
    engine.train(BATCH, 1);
    other.train(BATCH, 1);

    assertThat(accumulated).isPositive();
    assertThat(engine.evaluate(BATCH).loss()).isEqualTo(other.evaluate(BATCH).loss());
  }

  private static Engine averaging() {
    return Engine.create(Compiler.compile(Xor.network(), Xor.plan().averageWeights(0.9)));
  }
}
