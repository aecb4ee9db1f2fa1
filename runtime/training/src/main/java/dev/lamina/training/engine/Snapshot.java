package dev.lamina.training.engine;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network had learned at one moment: parameters, and what its optimizer remembers. */
public final class Snapshot {

  private final INDArray parameters;
  private final Optional<INDArray> optimizerState;
  private final int iterations;
  private final int epochs;
  private final double rateFactor;
  private final Optional<INDArray> average;

  private Snapshot(
      INDArray parameters,
      Optional<INDArray> optimizerState,
      int iterations,
      int epochs,
      double rateFactor,
      Optional<INDArray> average) {
    this.parameters = parameters;
    this.optimizerState = optimizerState;
    this.iterations = iterations;
    this.epochs = epochs;
    this.rateFactor = rateFactor;
    this.average = average;
  }

  /** Copies of what a graph has at this moment. */
  static Snapshot of(ComputationGraph graph, double rateFactor, Optional<INDArray> average) {
    return new Snapshot(
        graph.params().dup(),
        Optional.ofNullable(graph.getUpdater().getStateViewArray()).map(INDArray::dup),
        graph.getIterationCount(),
        graph.getEpochCount(),
        rateFactor,
        average);
  }

  INDArray parameters() {
    return parameters;
  }

  Optional<INDArray> optimizerState() {
    return optimizerState;
  }

  int iterations() {
    return iterations;
  }

  int epochs() {
    return epochs;
  }

  double rateFactor() {
    return rateFactor;
  }

  /** The moving average of the parameters, as many and in their order, where there is one. */
  Optional<INDArray> average() {
    return average;
  }
}
