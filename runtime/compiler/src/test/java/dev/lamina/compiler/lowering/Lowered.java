package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.training.TrainingPlan;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The DL4J configuration of networks with four inputs. */
final class Lowered {

  private Lowered() {}

  /** With mean squared error and plain gradient descent. */
  static ComputationGraphConfiguration network(Block... blocks) {
    return network(training(meanSquaredError(), sgd()), blocks);
  }

  static ComputationGraphConfiguration network(TrainingPlan plan, Block... blocks) {
    return Lowering.lower(Compiler.compile(sequential(input(4), blocks), plan).plan());
  }

  /** The DL4J layer of this name. */
  static <L extends Layer> L layer(
      ComputationGraphConfiguration configuration, String name, Class<L> type) {
    LayerVertex vertex = (LayerVertex) configuration.getVertices().get(name);
    return type.cast(vertex.getLayerConf().getLayer());
  }
}
