package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.step.NetworkArrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a graph has its numbers: views of its two long arrays, of parameters and of gradients. */
final class GraphArrays implements NetworkArrays {

  private final ComputationGraph graph;
  private final Map<LearnedParameter, INDArray> gradients = new HashMap<>();

  /** Of a graph that has an updater. */
  GraphArrays(ComputationGraph graph) {
    this.graph = graph;
    for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
      for (ParamState state : block.getLayersAndVariablesInBlock()) {
        String layer = state.getLayer().getConfig().getLayerName();
        INDArray like = parameter(layer, state.getParamName());
        gradients.put(
            new LearnedParameter(layer, state.getParamName()),
            state.getGradView().reshape(like.ordering(), like.shape()));
      }
    }
  }

  @Override
  public INDArray parameter(String layer, String key) {
    return graph.getLayer(layer).getParam(key);
  }

  @Override
  public INDArray gradient(String layer, String key) {
    return gradient(new LearnedParameter(layer, key));
  }

  /** The gradient by a parameter. */
  INDArray gradient(LearnedParameter parameter) {
    return gradients.get(parameter);
  }

  /** The gradients by these parameters, by layer and key, row by row. */
  Map<String, Map<String, double[]>> gradients(List<LearnedParameter> learned, EngineScope scope) {
    Map<String, Map<String, double[]>> found = new HashMap<>();
    for (LearnedParameter each : learned) {
      found
          .computeIfAbsent(each.layer(), layer -> new HashMap<>())
          .put(each.key(), scope.values(gradient(each)));
    }
    return found;
  }

  /** Overwrites a parameter, which is given back, with these numbers, row by row. */
  INDArray assign(String layer, String key, double[] rowByRow, EngineScope scope) {
    INDArray present = parameter(layer, key);
    INDArray given = scope.matrix(rowByRow, 1, Graphs.type(graph));
    return present.assign(given.reshape('c', present.shape()));
  }
}
