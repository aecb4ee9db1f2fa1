package dev.lamina.training.preparation;

import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a plan does to each mini-batch of training, and to no other samples: its class weights, and
 * then its augmentations.
 *
 * <p>It depends on nothing but the samples, the seed of the plan and the number of the mini-batch.
 * The arrays of a batch are overwritten, as they are gathered anew for each.
 */
public final class Preparation {

  private final TrainingPlan plan;
  private final ClassWeighting weighting;
  private final List<Change> changes;

  private Preparation(TrainingPlan plan) {
    this.plan = plan;
    this.weighting = new ClassWeighting(plan);
    this.changes = plan.augmentations().stream().map(each -> each.accept(new Changes())).toList();
  }

  /** That of a plan. */
  public static Preparation of(TrainingPlan plan) {
    return new Preparation(plan);
  }

  /** The batch with class weights, and the samples as they are. */
  public Batch weigh(Batch batch) {
    return weighting.apply(batch);
  }

  /**
   * The batch as the network sees it in training.
   *
   * @param number the number of the mini-batch through all epochs, counted from 0
   */
  public Batch apply(Batch batch, long number) {
    Batch weighed = weigh(batch);
    if (!changes.isEmpty()) {
      SplittableRandom random = new SplittableRandom(Seeds.augmentation(plan, number));
      for (Change each : changes) {
        each.apply(weighed, random.split());
      }
    }
    return weighed;
  }
}
