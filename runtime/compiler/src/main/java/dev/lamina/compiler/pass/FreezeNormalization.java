package dev.lamina.compiler.pass;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.BatchNorm;

/**
 * Freezes every batch normalization, so that in training too it takes its running averages.
 *
 * <p>No step of compiling: what is left to differ between training and prediction is what is random
 * in training, as Monte-Carlo dropout wants it.
 */
public final class FreezeNormalization implements Pass {

  @Override
  public Plan apply(Plan plan) {
    return plan.nodes(plan.nodes().stream().map(FreezeNormalization::frozen).toList());
  }

  private static PlanNode frozen(PlanNode node) {
    return node.operation() instanceof Operation.Apply apply
            && apply.layer() instanceof BatchNorm norm
        ? node.operation(new Operation.Apply(norm.frozen()))
        : node;
  }
}
