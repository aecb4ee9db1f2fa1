package dev.lamina.compiler.invariant;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No two nodes have the same name, and none that of the input. */
public final class NamesAreUnique implements Invariant {

  @Override
  public Optional<String> violation(Plan plan) {
    Set<String> seen = new HashSet<>(Set.of(Plan.INPUT));
    return plan.nodes().stream()
        .map(PlanNode::name)
        .filter(name -> !seen.add(name))
        .findFirst()
        .map(name -> "Two nodes are named `" + name + "`.");
  }
}
