package dev.lamina.compiler.invariant;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import java.util.List;
import java.util.Optional;

/** A loss, where there is one, is the last node. */
public final class LossEndsThePlan implements Invariant {

  @Override
  public Optional<String> violation(Plan plan) {
    List<PlanNode> beforeLast = plan.nodes().subList(0, plan.nodes().size() - 1);
    return beforeLast.stream()
        .filter(node -> node.operation() instanceof Operation.Score)
        .findFirst()
        .map(node -> "Node `" + node + "` is a loss but does not end the plan.");
  }
}
