package dev.lamina.training;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.TimeBudget;
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

  /**
   * The time that training may take was over.
   *
   * @param rule the rule that ended training
   * @param epoch the epoch that training was in, or that was to come next, counted from 1
   * @param batches how many mini-batches of this epoch were done
   */
  record TimeUp(TimeBudget rule, int epoch, int batches) implements StopReason {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.timeUp(this);
    }

    @Override
    public String toString() {
      return "TimeUp[%s, %s]".formatted(rule, place(epoch, batches));
    }
  }

  /**
   * Somebody cancelled training: see {@link Cancellation}.
   *
   * @param epoch the epoch that training was in, or that was to come next, counted from 1
   * @param batches how many mini-batches of this epoch were done
   */
  record Cancelled(int epoch, int batches) implements StopReason {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.cancelled(this);
    }

    @Override
    public String toString() {
      return "Cancelled[%s]".formatted(place(epoch, batches));
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

    /** The time was over. */
    R timeUp(TimeUp reason);

    /** Somebody cancelled training. */
    R cancelled(Cancelled reason);
  }

  private static String place(int epoch, int batches) {
    return batches == 0 ? "before epoch " + epoch : "epoch " + epoch + ", after batch " + batches;
  }
}
