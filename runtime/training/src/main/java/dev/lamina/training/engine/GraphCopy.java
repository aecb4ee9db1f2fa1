package dev.lamina.training.engine;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** A graph of its own with the numbers of another. */
final class GraphCopy {

  private GraphCopy() {}

  /** DL4J's own clone shares its list of listeners, and starts at update 0: Adam would leap. */
  static ComputationGraph of(ComputationGraph graph) {
    ComputationGraph copy = new ComputationGraph(graph.getConfiguration().clone());
    copy.init(graph.params().dup(), false);
    Optional.ofNullable(graph.getUpdater().getStateViewArray())
        .ifPresent(state -> copy.getUpdater().setStateViewArray(state));
    count(copy, graph.getIterationCount(), graph.getEpochCount());
    return copy;
  }

  /** Sets how many updates and epochs a graph has seen. */
  static void count(ComputationGraph graph, int iterations, int epochs) {
    graph.getConfiguration().setIterationCount(iterations);
    graph.getConfiguration().setEpochCount(epochs);
  }
}
