package dev.lamina.training;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.training.engine.Fault;

/** Why training ended. */
public sealed interface StopReason {

  /** Calls the method for this reason. */
  <R> R accept(Cases<R> cases);

  /**
   * All epochs of the plan are done.
   *
   * @param epochs how many
   */
  record EpochsDone(int epochs) implements StopReason {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.epochsDone(this);
    }

    @Override
    public String toString() {
      return "EpochsDone[" + epochs + "]";
    }
  }

  /**
   * A monitor no longer improved.
   *
   * @param rule the rule that ended training
   * @param bestEpoch the epoch with the best value, counted from 1
   */
  record NoProgress(EarlyStopping rule, int bestEpoch) implements StopReason {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.noProgress(this);
    }

    @Override
    public String toString() {
      Monitor monitor = rule.monitor();
      return "NoProgress[%s(%s), best epoch %d, patience %d]"
          .formatted(monitor.part().word(), monitor.metric().name(), bestEpoch, rule.patience());
    }
  }

  /**
   * A number was no longer finite: the learning rate is too high, or the data too large.
   *
   * @param epoch the epoch, counted from 1
   * @param batch the mini-batch in this epoch, counted from 1
   * @param fault the first layer, from input to output, where a number is not finite
   */
  record Diverged(int epoch, int batch, Fault fault) implements StopReason {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.diverged(this);
    }

    @Override
    public String toString() {
      return "Diverged[epoch %d, batch %d, layer `%s`: %s not finite]"
          .formatted(epoch, batch, fault.layer(), fault.what());
    }
  }

  /** Handles each reason. */
  interface Cases<R> {

    /** All epochs are done. */
    R epochsDone(EpochsDone reason);

    /** A monitor no longer improved. */
    R noProgress(NoProgress reason);

    /** A number was no longer finite. */
    R diverged(Diverged reason);
  }
}
