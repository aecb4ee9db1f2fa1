package dev.lamina.training.preparation;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;

/**
 * What a plan does to each mini-batch of training, and to no other samples: its class weights.
 *
 * <p>The arrays of a batch may be overwritten, as they are gathered anew for each.
 */
public final class Preparation {

  private final ClassWeighting weighting;

  private Preparation(TrainingPlan plan) {
    this.weighting = new ClassWeighting(plan);
  }

  /** That of a plan. */
  public static Preparation of(TrainingPlan plan) {
    return new Preparation(plan);
  }

  /** The batch as the network sees it in training. */
  public Batch apply(Batch batch) {
    return weighting.apply(batch);
  }
}
