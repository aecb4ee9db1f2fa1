package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.NativeCall;
import dev.lamina.compiler.lowering.updater.BlockUpdate;
import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Dense;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The second half of a training step, whoever computed the gradients: penalties, clipping,
 * optimizer, weights, constraints.
 *
 * <p>DL4J's own clipping comes before the penalties, knows no norm of the whole network, and moves
 * running averages.
 */
final class Update implements AutoCloseable {

  private final ComputationGraph graph;
  private final List<BlockUpdate> blocks;
  private final List<INDArray> learned;
  private final Accumulation accumulation;
  private final Optional<Consumer<List<INDArray>>> clipping;
  private final Call descent;
  private final List<Layer> constrained;

  /**
   * Of a graph.
   *
   * @param learned the gradients of what is learned, which are clipped
   */
  Update(ComputationGraph graph, Plan plan, GraphArrays arrays, List<INDArray> learned) {
    this.graph = graph;
    this.blocks = graph.getUpdater().getUpdaterBlocks().stream().map(BlockUpdate::new).toList();
    this.learned = learned;
    this.accumulation = new Accumulation(plan, arrays, learned);
    this.clipping =
        plan.training().clipping().map(clipping -> clipping.accept(new GradientClipping()));
    INDArray parameters = vector(graph.params());
    INDArray lost = vector(graph.getGradientsViewArray());
    this.descent = NativeCall.of("subtract", List.of(parameters, lost), parameters);
    this.constrained =
        plan.nodes().stream()
            .filter(Update::isConstrained)
            .map(node -> graph.getLayer(node.name()))
            .toList();
  }

  private static INDArray vector(INDArray array) {
    return array.reshape(array.length());
  }

  private static boolean isConstrained(PlanNode node) {
    return node.operation() instanceof Operation.Apply apply
        && apply.layer() instanceof Dense dense
        && dense.constraint().isPresent()
        && !dense.isFrozen();
  }

  /** Puts the gradients of a mini-batch of so many samples aside for the next update. */
  void accumulate(int rows) {
    accumulation.add(rows);
  }

  /** What was put aside, as bytes; none where nothing was. */
  byte[] aside() {
    return accumulation.bytes();
  }

  /** Puts aside what these bytes say, and says of how many samples it is. */
  int aside(byte[] gradients, EngineScope scope) throws IOException {
    return accumulation.restore(gradients, scope);
  }

  /**
   * Makes the gradients of a mini-batch of so many samples those of all that is minimized, by the
   * mini-batches put aside too.
   */
  void join(int rows) {
    accumulation.join(rows);
    penalize();
  }

  /** Makes the gradients those of all that is minimized. */
  void penalize() {
    for (BlockUpdate block : blocks) {
      block.penalize(graph.getIterationCount(), graph.getEpochCount());
    }
  }

  /** Takes from the parameters what the optimizer makes of these gradients. */
  void descend() {
    if (clipping.isPresent()) {
      clipping.get().accept(learned);
    }
    int iteration = graph.getIterationCount();
    int epoch = graph.getEpochCount();
    for (BlockUpdate block : blocks) {
      block.optimize(iteration, epoch);
    }
    descent.run();
    for (Layer layer : constrained) {
      layer.applyConstraints(iteration, epoch);
    }
    Graphs.count(graph, iteration + 1, epoch);
  }

  /** Forgets what was put aside. */
  @Override
  public void close() {
    accumulation.close();
  }
}
