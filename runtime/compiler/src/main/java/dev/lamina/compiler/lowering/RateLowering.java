package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.schedule.ScheduledRate;
import dev.lamina.dsl.optimizer.ConstantRate;
import dev.lamina.dsl.optimizer.Schedule;
import org.deeplearning4j.nn.graph.ComputationGraph;
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
   * Gives this rate to every updater of a network, in place: what they remember stays.
   *
   * <p>All change alike, so that the blocks of parameters with equal updaters stay as they are.
   */
  public void set(ComputationGraph graph) {
    for (UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
      for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
        set(state.getLayer().getConfig().getUpdaterByParam(state.getParamName()));
      }
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
