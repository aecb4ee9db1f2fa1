package dev.lamina.compiler.pass;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends the plan with the loss: what ends the network gives logits, and its activation joins the
 * loss.
 *
 * <p>{@code dense(3).softmax()} becomes {@code dense(3)} and {@code softmax() + loss}. In this form
 * cross-entropies are exact for every logit, and DL4J's sample weights are right.
 */
public final class AttachLoss implements Pass {

  @Override
  public Plan apply(Plan plan) {
    PlanNode last = plan.last();
    Layer layer = last.operation().accept(new LayerOf());
    Optional<Layer> logits = layer.accept(new WithoutActivation());
    List<PlanNode> nodes = new ArrayList<>(plan.nodes());
    nodes.remove(last);
    logits.map(Operation.Apply::new).map(last::operation).ifPresent(nodes::add);
    nodes.add(score(plan, last, layer.outputActivation(), logits.isPresent()));
    return plan.nodes(nodes);
  }

  private static PlanNode score(
      Plan plan, PlanNode last, Activation activation, boolean lastStays) {
    return new PlanNode(
        last.name() + "/loss",
        new Operation.Score(activation, plan.training().loss()),
        lastStays ? last.name() : last.source(),
        last.outputShape(),
        last.outputShape());
  }

  private static final class LayerOf implements Operation.Cases<Layer> {

    @Override
    public Layer apply(Operation.Apply apply) {
      return apply.layer();
    }

    @Override
    public Layer score(Operation.Score score) {
      throw new IllegalStateException("The plan has a loss already: " + score);
    }
  }

  /** What is left of the last layer once its activation has joined the loss. */
  private static final class WithoutActivation implements Layer.Cases<Optional<Layer>> {

    @Override
    public Optional<Layer> dense(Dense dense) {
      return Optional.of(dense.linear());
    }

    @Override
    public Optional<Layer> batchNorm(BatchNorm batchNorm) {
      return Optional.of(batchNorm);
    }

    @Override
    public Optional<Layer> dropout(Dropout dropout) {
      return Optional.of(dropout);
    }

    @Override
    public Optional<Layer> alphaDropout(AlphaDropout alphaDropout) {
      return Optional.of(alphaDropout);
    }

    @Override
    public Optional<Layer> gaussianDropout(GaussianDropout gaussianDropout) {
      return Optional.of(gaussianDropout);
    }

    @Override
    public Optional<Layer> gaussianNoise(GaussianNoise gaussianNoise) {
      return Optional.of(gaussianNoise);
    }

    @Override
    public Optional<Layer> activation(ActivationLayer activation) {
      return Optional.empty();
    }
  }
}
