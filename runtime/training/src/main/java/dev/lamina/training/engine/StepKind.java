package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.training.backend.BackendKind;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How training steps are computed. */
enum StepKind {
  /** As a list of native calls that is laid out once: on the CPU, for every network. */
  COMPILED,
  /** By DL4J itself: elsewhere, where arrays do not lie in the memory of the host. */
  DL4J;

  /** The one for what computes. */
  static StepKind on(BackendKind backend) {
    return backend == BackendKind.CPU ? COMPILED : DL4J;
  }

  /**
   * What computes the gradients of a graph.
   *
   * @param learned those that are learned from
   */
  Backpropagation backpropagation(
      Plan plan, ComputationGraph graph, GraphArrays arrays, List<INDArray> learned) {
    return this == COMPILED
        ? new CompiledBackpropagation(plan, arrays)
        : new Dl4jBackpropagation(graph, ScoreLowering.of(plan), learned);
  }

  /** What predicts with a graph. */
  Prediction prediction(Plan plan, ComputationGraph graph, GraphArrays arrays) {
    return this == COMPILED
        ? new CompiledPrediction(plan, arrays)
        : new Dl4jForward(graph, ScoreLowering.of(plan), false);
  }
}
