package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.RateLowering;
import dev.lamina.dsl.optimizer.Schedule;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** How fast a network learns: its schedule, times a factor. */
final class Rate {

  private final ComputationGraph graph;
  private final Schedule schedule;
  private double factor = 1;
  private double last = Double.NaN;

  Rate(ComputationGraph graph, Schedule schedule) {
    this.graph = graph;
    this.schedule = schedule;
  }

  /** Takes down the rate of the update that comes. */
  void note() {
    last = factor * schedule.at(graph.getIterationCount(), graph.getEpochCount());
  }

  /** The rate that was taken down last; NaN before the first. */
  double last() {
    return last;
  }

  /** What the schedule is multiplied by. */
  double factor() {
    return factor;
  }

  /** Multiplies the schedule that the optimizer has from now on. */
  void factor(double given) {
    RateLowering rate = new RateLowering(schedule, given);
    graph.getUpdater().getUpdaterBlocks().forEach(rate::set);
    factor = given;
  }
}
