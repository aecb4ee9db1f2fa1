package dev.lamina.training.loop;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.training.EarlyStopping;
import java.util.OptionalInt;

/**
 * Where early stopping stands after an epoch, as Keras defines it.
 *
 * @param rule the rule
 * @param best the best value so far
 * @param bestEpoch the epoch whose weights are the best so far, counted from 0, once one was looked
 *     at
 * @param waited how many epochs in a row did not improve
 * @param stopped whether training ends
 */
public record EarlyStoppingState(
    EarlyStopping rule, double best, OptionalInt bestEpoch, int waited, boolean stopped) {

  /** Before the first epoch. */
  public static EarlyStoppingState start(EarlyStopping rule) {
    return new EarlyStoppingState(rule, goal(rule).worst(), OptionalInt.empty(), 0, false);
  }

  /**
   * After one more epoch.
   *
   * @param epoch which one, counted from 0
   * @param value what the monitor gave
   */
  public EarlyStoppingState after(int epoch, double value) {
    if (epoch < rule.startFrom()) {
      return this;
    }
    if (goal(rule).improves(value, best, rule.minDelta())) {
      int waiting = beatsBaseline(value) ? 0 : waited + 1;
      return new EarlyStoppingState(rule, value, OptionalInt.of(epoch), waiting, false);
    }
    // The first epoch looked at is kept even where nothing ever improves.
    OptionalInt kept = bestEpoch.isPresent() ? bestEpoch : OptionalInt.of(epoch);
    boolean exhausted = waited + 1 >= rule.patience() && epoch > 0;
    return new EarlyStoppingState(rule, best, kept, waited + 1, exhausted);
  }

  /** Whether the weights of this epoch, counted from 0, are the best so far. */
  public boolean isBest(int epoch) {
    return bestEpoch.equals(OptionalInt.of(epoch));
  }

  private boolean beatsBaseline(double value) {
    return rule.baseline().isEmpty()
        || goal(rule).improves(value, rule.baseline().getAsDouble(), rule.minDelta());
  }

  private static Goal goal(EarlyStopping rule) {
    return rule.monitor().metric().goal();
  }
}
