package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.updater.UpdateHalves;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.training.Clipping;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's update with clipping between penalties and optimizer.
 *
 * <p>DL4J's own clipping comes before the penalties, knows no norm of the whole network, and moves
 * running averages.
 */
final class ClippingUpdater extends ComputationGraphUpdater {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<INDArray>> clipping;
  private final transient List<INDArray> learned;

  /** For a graph of which these parameters are learned. */
  private ClippingUpdater(
      ComputationGraph graph, Clipping clipping, Set<LearnedParameter> parameters) {
    super(graph);
    this.clipping = clipping.accept(new GradientClipping());
    this.learned =
        updaterBlocks.stream()
            .flatMap(block -> block.getLayersAndVariablesInBlock().stream())
            .filter(each -> parameters.contains(parameter(each)))
            .map(ParamState::getGradView)
            .toList();
  }

  /** The updater of a graph by its plan: DL4J's own where the plan does not clip. */
  static ComputationGraphUpdater of(ComputationGraph graph, Plan plan) {
    Set<LearnedParameter> learned = Set.copyOf(LearnedParameter.of(plan));
    return plan.training()
        .clipping()
        .<ComputationGraphUpdater>map(clipping -> new ClippingUpdater(graph, clipping, learned))
        .orElseGet(() -> new ComputationGraphUpdater(graph));
  }

  @Override
  public synchronized void update(
      Gradient gradient, int iteration, int epoch, int batchSize, LayerWorkspaceMgr workspaces) {
    divideByMinibatch(false, gradient, batchSize);
    MemoryWorkspace working = workspaces.notifyScopeEntered(ArrayType.UPDATER_WORKING_MEM);
    try {
      updaterBlocks.forEach(block -> UpdateHalves.penalize(block, iteration, epoch));
      clipping.accept(learned);
      updaterBlocks.forEach(block -> UpdateHalves.optimize(block, iteration, epoch));
    } finally {
      working.close();
    }
  }

  private static LearnedParameter parameter(ParamState state) {
    return new LearnedParameter(state.getLayer().getConfig().getLayerName(), state.getParamName());
  }
}
