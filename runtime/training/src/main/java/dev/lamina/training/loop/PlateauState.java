package dev.lamina.training.loop;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.training.ReduceOnPlateau;

/**
 * Where reducing the learning rate on a plateau stands after an epoch, as Keras defines it.
 *
 * @param rule the rule
 * @param best the best value so far
 * @param waited how many epochs in a row were counted and did not improve
 * @param cooling which epoch to come is the first to be counted; 0, like 1, for the next
 * @param factor what the learning rate is multiplied by
 */
public record PlateauState(
    ReduceOnPlateau rule, double best, int waited, int cooling, double factor) {

  /** Before the first epoch, with the factor of trainings before. */
  public static PlateauState start(ReduceOnPlateau rule, double factor) {
    return new PlateauState(rule, goal(rule).worst(), 0, 0, factor);
  }

  /**
   * After one more epoch.
   *
   * @param value what the monitor gave
   * @param scheduled the rate of the next update, before it is multiplied
   */
  public PlateauState after(double value, double scheduled) {
    int left = Math.max(cooling - 1, 0);
    if (goal(rule).improves(value, best, rule.minDelta())) {
      return new PlateauState(rule, value, 0, left, factor);
    }
    if (left > 0) {
      return new PlateauState(rule, best, 0, left, factor);
    }
    int waiting = cooling > 0 ? 1 : waited + 1;
    if (waiting >= rule.patience() && scheduled * factor > rule.least()) {
      double reduced = Math.max(factor * rule.factor(), rule.least() / scheduled);
      return new PlateauState(rule, best, 0, rule.cooldown(), reduced);
    }
    return new PlateauState(rule, best, waiting, left, factor);
  }

  private static Goal goal(ReduceOnPlateau rule) {
    return rule.monitor().metric().goal();
  }
}
