package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.schedule.ScheduledRate;
import dev.lamina.dsl.optimizer.ConstantRate;
import dev.lamina.dsl.optimizer.Schedule;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The learning rate of updaters: what a schedule gives, times a factor.
 *
 * @param schedule the learning rate over time
 * @param factor what it is multiplied by, at least 0
 */
public record RateLowering(Schedule schedule, double factor) {

  /**
   * Gives this rate to the updaters of a network's block of parameters, in place: what they
   * remember stays, and where it is given to every block, the blocks do too.
   */
  public void set(UpdaterBlock block) {
    for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
      set(state.getLayer().getConfig().getUpdaterByParam(state.getParamName()));
    }
  }

  /** Gives this rate to an updater, unless it has none. */
  void set(IUpdater updater) {
    if (!updater.hasLearningRate()) {
      return;
    }
    if (schedule instanceof ConstantRate constant) {
      updater.setLrAndSchedule(factor * constant.rate(), null);
    } else {
      updater.setLrAndSchedule(Double.NaN, new ScheduledRate(schedule, factor));
    }
  }
}
