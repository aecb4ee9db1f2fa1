package dev.lamina.dsl.training;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A time budget: training ends at the first mini-batch that is done after so many seconds, as its
 * clock on the wall goes.
 *
 * <p>Where that is the last mini-batch of an epoch, the epoch is measured on validation data first.
 * The mini-batches of an epoch that is broken off count for the weights, but not for the history.
 * How many there are depends on the machine and on what else it does: a training that this rule
 * ends does not give the same bits again.
 *
 * @param seconds how long training may take, above 0
 */
public record TimeBudget(double seconds) implements StopRule {

  /** Checks the number. */
  public TimeBudget {
    Requirement.of("timeBudget", seconds)
        .positive("seconds", seconds, "give the time in seconds, such as 600");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.timeBudget(this);
  }

  @Override
  public String toString() {
    return Code.call("timeBudget", seconds).toString();
  }
}
