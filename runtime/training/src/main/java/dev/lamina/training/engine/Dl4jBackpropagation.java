package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.training.data.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Has DL4J compute the gradients, as it does in its own training. */
final class Dl4jBackpropagation implements Backpropagation {

  private final ComputationGraph graph;
  private final DataType type;
  private final ScoreLowering score;
  private final List<INDArray> gradients;

  /**
   * Of a graph of which these gradients are learned from.
   *
   * @param score what ends the graph
   */
  Dl4jBackpropagation(ComputationGraph graph, ScoreLowering score, List<INDArray> gradients) {
    this.graph = graph;
    this.type = Graphs.type(graph);
    this.score = score;
    this.gradients = gradients;
    // Dropout overwrites what the layer before it gave, which a watcher wants to see.
    Arrays.stream(graph.getLayers()).forEach(layer -> layer.allowInputModification(false));
  }

  @Override
  public Pass run(Batch batch, Watcher watcher) {
    return EngineScope.run(
        scope -> {
          INDArray targets = scope.matrix(batch.targets(), batch.rows(), type);
          Optional<INDArray> weights = weights(scope, batch);
          ForwardTap tap = new ForwardTap(score, targets, weights, watcher);
          graph.setListeners(tap);
          graph.setInputs(scope.matrix(batch.features(), batch.rows(), type));
          graph.setLabels(targets);
          weights.ifPresent(each -> weigh(scope, each));
          try {
            graph.computeGradientAndScore();
          } finally {
            graph.setListeners();
            graph.clearLayerMaskArrays();
            graph.clearLayersStates();
            graph.clear();
          }
          gradients.forEach(each -> each.divi(batch.rows())); // DL4J has the sum of the losses
          return tap.pass();
        });
  }

  private Optional<INDArray> weights(EngineScope scope, Batch batch) {
    return batch.isWeighted()
        ? Optional.of(scope.matrix(batch.weights(), batch.rows(), type))
        : Optional.empty();
  }

  private void weigh(EngineScope scope, INDArray weights) {
    INDArray mask = scope.own(score.mask(weights));
    graph.setLayerMaskArrays(null, new INDArray[] {mask});
  }

  @Override
  public void close() {
    // DL4J keeps nothing between batches.
  }
}
