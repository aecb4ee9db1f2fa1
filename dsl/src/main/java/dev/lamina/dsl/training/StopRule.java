package dev.lamina.dsl.training;

/** What ends training before its last epoch. */
public sealed interface StopRule permits EarlyStopping, TimeBudget {

  /** Calls the method for this rule. */
  <R> R accept(Cases<R> cases);

  /** Handles each rule. */
  interface Cases<R> {

    /** Stop when a monitor no longer improves. */
    R earlyStopping(EarlyStopping earlyStopping);

    /** Stop when a time is over. */
    R timeBudget(TimeBudget timeBudget);
  }
}
