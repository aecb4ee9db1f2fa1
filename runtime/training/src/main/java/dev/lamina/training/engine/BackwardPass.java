package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.updater.UpdateHalves;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the last backward pass of a graph left, before any update.
 *
 * @param graph the graph
 * @param rows how many samples went through it
 */
record BackwardPass(ComputationGraph graph, int rows) {

  /**
   * The derivatives of the mean loss and of the penalties by a parameter, owned by the scope; DL4J
   * has the sum of the losses.
   */
  INDArray gradient(EngineScope scope, LearnedParameter parameter) {
    INDArray sum = graph.gradient().getGradientFor(parameter.layer() + "_" + parameter.key());
    INDArray gradient = scope.own(sum.dup(sum.ordering())).divi(rows);
    UpdateHalves.penalize(
        graph.getLayer(parameter.layer()),
        parameter.key(),
        gradient,
        graph.getIterationCount(),
        graph.getEpochCount());
    return gradient;
  }
}
