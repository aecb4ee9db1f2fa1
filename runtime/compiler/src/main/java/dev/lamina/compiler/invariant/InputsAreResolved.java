package dev.lamina.compiler.invariant;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.shape.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Each node takes the output of an earlier one, or the input, in the shape that it is given in. */
public final class InputsAreResolved implements Invariant {

  @Override
  public Optional<String> violation(Plan plan) {
    Map<String, Shape> given = new HashMap<>(Map.of(Plan.INPUT, plan.inputShape()));
    for (PlanNode node : plan.nodes()) {
      if (!node.inputShape().equals(given.get(node.source()))) {
        return Optional.of(
            "Node `"
                + node
                + "` takes what `"
                + node.source()
                + "` gives, but that is "
                + Optional.ofNullable(given.get(node.source()))
                    .map(Shape::toString)
                    .orElse("unknown")
                + ".");
      }
      given.put(node.name(), node.outputShape());
    }
    return Optional.empty();
  }
}
