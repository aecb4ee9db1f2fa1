package dev.lamina.training.engine;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Finds the first layer, from input to output, where a number is not finite. */
final class FaultFinder {

  private final Plan plan;
  private final ComputationGraph graph;
  private final INDArray parameters;

  FaultFinder(Plan plan, ComputationGraph graph) {
    this.plan = plan;
    this.graph = graph;
    this.parameters = graph.params();
  }

  /** The first layer whose parameters, or whose activations in this pass, are not finite. */
  Optional<Fault> inForwardPass(Map<String, INDArray> activations) {
    for (PlanNode node : plan.nodes()) {
      if (parametersFail(node)) {
        return Optional.of(new Fault(node.name(), Fault.What.PARAMETERS));
      }
      INDArray given = activations.get(node.name());
      if (given != null && !Finite.isAll(given)) {
        return Optional.of(new Fault(node.name(), Fault.What.ACTIVATIONS));
      }
    }
    return Optional.empty();
  }

  /** The first layer whose parameters are not finite. */
  Optional<Fault> inParameters() {
    // NaN and infinities never leave a sum finite; BLAS adds them up five times as fast as ND4J.
    if (Double.isFinite(Nd4j.getBlasWrapper().level1().asum(parameters))) {
      return Optional.empty();
    }
    return plan.nodes().stream()
        .filter(this::parametersFail)
        .map(node -> new Fault(node.name(), Fault.What.PARAMETERS))
        .findFirst();
  }

  /** The layer before the loss, where the loss of finite logits is not finite. */
  Optional<Fault> inLoss(double loss) {
    return Double.isFinite(loss)
        ? Optional.empty()
        : Optional.of(new Fault(plan.last().source(), Fault.What.LOSS));
  }

  private boolean parametersFail(PlanNode node) {
    return graph.getLayer(node.name()).paramTable().values().stream()
        .anyMatch(parameter -> !Finite.isAll(parameter));
  }
}
