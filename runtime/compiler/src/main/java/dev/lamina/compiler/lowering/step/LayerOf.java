package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Layer;

/** What the nodes of a plan are, whose last is the loss and whose others are layers. */
final class LayerOf {

  private LayerOf() {}

  /** The layer that a node other than the last applies. */
  static Layer node(PlanNode node) {
    return node.operation()
        .accept(
            new Operation.Cases<Layer>() {
              @Override
              public Layer apply(Operation.Apply apply) {
                return apply.layer();
              }

              @Override
              public Layer score(Operation.Score score) {
                throw new IllegalStateException("A loss that is not last: " + node);
              }
            });
  }

  /** What ends the plan. */
  static Operation.Score score(Plan plan) {
    return plan.last()
        .operation()
        .accept(
            new Operation.Cases<Operation.Score>() {
              @Override
              public Operation.Score apply(Operation.Apply apply) {
                throw new IllegalStateException("The plan has no loss:\n" + plan);
              }

              @Override
              public Operation.Score score(Operation.Score score) {
                return score;
              }
            });
  }
}
