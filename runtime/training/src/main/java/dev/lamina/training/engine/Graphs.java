package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.Lowering;
import dev.lamina.compiler.plan.Plan;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What DL4J keeps in the configuration of a graph: how it is made, and how far it is. */
final class Graphs {

  private Graphs() {}

  /** The graph of a plan, with initial weights, and with all that training needs. */
  static ComputationGraph of(Plan plan) {
    ComputationGraph graph = new ComputationGraph(Lowering.lower(plan));
    graph.init();
    graph.initGradientsView();
    graph.setUpdater(new ComputationGraphUpdater(graph)); // its state is there to be restored
    return graph;
  }

  /**
   * A graph of its own with the numbers of another: DL4J's own clone shares its list of listeners,
   * and starts at update 0, where Adam would leap.
   */
  static ComputationGraph copy(ComputationGraph graph) {
    ComputationGraph copy = new ComputationGraph(graph.getConfiguration().clone());
    copy.init(graph.params().dup(), false);
    Optional.ofNullable(graph.getUpdater().getStateViewArray())
        .ifPresent(state -> copy.getUpdater().setStateViewArray(state));
    count(copy, graph.getIterationCount(), graph.getEpochCount());
    return copy;
  }

  /** Takes all that a graph of the same description had, and gives the parameters back. */
  static INDArray restore(ComputationGraph graph, Snapshot snapshot) {
    snapshot
        .optimizerState()
        .ifPresent(state -> graph.getUpdater().getStateViewArray().assign(state));
    count(graph, snapshot.iterations(), snapshot.epochs());
    return graph.params().assign(snapshot.parameters());
  }

  /** Takes weights and optimizer state, where there is one, and gives the parameters back. */
  static INDArray fill(ComputationGraph graph, NetworkNumbers numbers, EngineScope scope)
      throws IOException {
    INDArray state = graph.getUpdater().getStateViewArray();
    numbers
        .optimizerState(state == null ? 0 : state.length())
        .ifPresent(given -> scope.assign(given, state));
    return scope.assign(numbers.parameters(), graph.params());
  }

  /** Gives back the memory of a graph's numbers, of which all its other arrays are views. */
  static void close(ComputationGraph graph) {
    Stream.of(graph.params(), graph.getFlattenedGradients(), graph.getUpdater().getStateViewArray())
        .filter(Objects::nonNull)
        .forEach(Graphs::close);
  }

  /** DL4J gives out a view of its parameters, which cannot be closed itself. */
  private static void close(INDArray array) {
    DataBuffer data = array.data();
    Optional.ofNullable(data.underlyingDataBuffer()).orElse(data).close();
  }

  /** The configuration of a graph as DL4J writes it. */
  static String json(ComputationGraph graph) {
    return graph.getConfiguration().toJson();
  }

  /** Sets how many updates and epochs a graph has seen. */
  static void count(ComputationGraph graph, int iterations, int epochs) {
    graph.getConfiguration().setIterationCount(iterations);
    graph.getConfiguration().setEpochCount(epochs);
  }

  /** The precision of a graph. */
  static DataType type(ComputationGraph graph) {
    return graph.getConfiguration().getDataType();
  }
}
