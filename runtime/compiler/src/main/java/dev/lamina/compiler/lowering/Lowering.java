package dev.lamina.compiler.lowering;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.api.buffer.DataType;

/** Turns a plan into the DL4J configuration that means the same. */
public final class Lowering {

  private Lowering() {}

  /** The configuration of this plan. No native code is loaded, no random generator touched. */
  public static ComputationGraphConfiguration lower(Plan plan) {
    TrainingPlan training = plan.training();
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(dataType(training.precision()))
            .updater(OptimizerLowering.lower(training.optimizer()))
            .graphBuilder()
            .addInputs(Plan.INPUT);
    for (PlanNode node : plan.nodes()) {
      graph.addLayer(
          node.name(),
          node.operation().accept(new Step(node, training.optimizer())),
          node.source());
    }
    return seeded(graph.setOutputs(plan.last().name()).build(), Seeds.initialWeights(training));
  }

  /** The configuration of this plan as DL4J writes it. */
  public static String json(Plan plan) {
    return lower(plan).toJson();
  }

  private static DataType dataType(Precision precision) {
    return precision == Precision.FLOAT64 ? DataType.DOUBLE : DataType.FLOAT;
  }

  /** Sets the seed afterwards: the builder's own setter reseeds the caller's random generator. */
  private static ComputationGraphConfiguration seeded(
      ComputationGraphConfiguration configuration, long seed) {
    configuration.getDefaultConfiguration().setSeed(seed);
    for (GraphVertex vertex : configuration.getVertices().values()) {
      if (vertex instanceof LayerVertex layer) {
        layer.getLayerConf().setSeed(seed);
        listVariance(layer.getLayerConf());
      }
    }
    return configuration;
  }

  /**
   * Lists what batch normalization keeps, as initializing it will: unless a variance is listed,
   * DL4J's reader of JSON takes it for the logarithm of a deviation.
   */
  private static void listVariance(NeuralNetConfiguration configuration) {
    if (configuration.getLayer() instanceof BatchNormalization layer) {
      layer.initializer().paramKeys(layer).forEach(configuration::addVariable);
    }
  }

  private record Step(PlanNode node, Optimizer optimizer)
      implements Operation.Cases<org.deeplearning4j.nn.conf.layers.Layer> {

    @Override
    public org.deeplearning4j.nn.conf.layers.Layer apply(Operation.Apply apply) {
      return apply.layer().accept(new LayerLowering(node, optimizer));
    }

    @Override
    public org.deeplearning4j.nn.conf.layers.Layer score(Operation.Score score) {
      return new LossLayer.Builder(score.loss().accept(new LossLowering()))
          .activation(score.activation().accept(new ActivationLowering()))
          .build();
    }
  }
}
