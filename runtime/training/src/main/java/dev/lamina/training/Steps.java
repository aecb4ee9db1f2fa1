package dev.lamina.training;

import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.NativeThreads;
import dev.lamina.training.engine.Step;
import dev.lamina.training.engine.ThreadShare;
import java.util.OptionalInt;

/** The steps of a training: which mini-batches give an update, and which updates are observed. */
final class Steps {

  private final TrainingPlan plan;
  private final Engine engine;
  private final OptionalInt observedEvery;
  private final ThreadShare share;
  private final int batchesOfUpdate;
  private int batches; // since the last update

  Steps(TrainingPlan plan, Engine engine, OptionalInt observedEvery, ThreadShare share) {
    this.plan = plan;
    this.engine = engine;
    this.observedEvery = observedEvery;
    this.share = share;
    this.batchesOfUpdate = plan.accumulation().orElse(1);
  }

  /**
   * The step of a mini-batch.
   *
   * @param number its number through all epochs, counted from 0
   * @param endsEpoch whether it is the last of its epoch, after which no gradient is left over
   */
  Step take(Batch batch, long number, boolean endsEpoch) {
    long seed = Seeds.iteration(plan, number);
    batches++;
    NativeThreads.enter(share);
    try {
      if (batches < batchesOfUpdate && !endsEpoch) {
        return engine.accumulate(batch, seed);
      }
      boolean observed = isObserved(number);
      batches = 0;
      return observed ? engine.observe(batch, seed) : engine.train(batch, seed);
    } finally {
      NativeThreads.leave();
    }
  }

  /** Goes on in an epoch of which so many mini-batches are done. */
  void resume(int done) {
    batches = done % batchesOfUpdate;
  }

  /** Whether the last mini-batch gave an update. */
  boolean isUpdated() {
    return batches == 0;
  }

  /** Whether a mini-batch since the last update is one of those that are to be observed. */
  private boolean isObserved(long number) {
    if (observedEvery.isEmpty()) {
      return false;
    }
    int every = observedEvery.getAsInt();
    return Math.floorDiv(number, every) != Math.floorDiv(number - batches, every);
  }
}
