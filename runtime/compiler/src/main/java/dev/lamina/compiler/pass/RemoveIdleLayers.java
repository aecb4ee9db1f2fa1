package dev.lamina.compiler.pass;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes layers that give on what they get: {@code linear()}, {@code dropout(0)} and other noise
 * of strength 0.
 *
 * <p>DL4J refuses a dropout layer that drops nothing.
 */
public final class RemoveIdleLayers implements Pass {

  @Override
  public Plan apply(Plan plan) {
    Map<String, String> sources = new HashMap<>();
    List<PlanNode> kept = new ArrayList<>();
    for (PlanNode node : plan.nodes()) {
      String source = sources.getOrDefault(node.source(), node.source());
      if (node.operation().accept(new IsIdle())) {
        sources.put(node.name(), source);
      } else {
        kept.add(node.source(source));
      }
    }
    return plan.nodes(kept);
  }

  private static final class IsIdle implements Operation.Cases<Boolean>, Layer.Cases<Boolean> {

    @Override
    public Boolean apply(Operation.Apply apply) {
      return apply.layer().accept(this);
    }

    @Override
    public Boolean score(Operation.Score score) {
      return false;
    }

    @Override
    public Boolean dense(Dense dense) {
      return false;
    }

    @Override
    public Boolean batchNorm(BatchNorm batchNorm) {
      return false;
    }

    @Override
    public Boolean dropout(Dropout dropout) {
      return dropout.rate() == 0;
    }

    @Override
    public Boolean alphaDropout(AlphaDropout alphaDropout) {
      return alphaDropout.rate() == 0;
    }

    @Override
    public Boolean gaussianDropout(GaussianDropout gaussianDropout) {
      return gaussianDropout.rate() == 0;
    }

    @Override
    public Boolean gaussianNoise(GaussianNoise gaussianNoise) {
      return gaussianNoise.stddev() == 0;
    }

    @Override
    public Boolean activation(ActivationLayer activation) {
      return activation.activation() instanceof Linear;
    }
  }
}
