package dev.lamina.dsl.training;

import dev.lamina.dsl.metric.Monitor;

/** What ends training before its last epoch. */
public sealed interface StopRule permits EarlyStopping {

  /** What the rule watches. */
  Monitor monitor();

  /** Calls the method for this rule. */
  <R> R accept(Cases<R> cases);

  /** Handles each rule. */
  interface Cases<R> {

    /** Stop when a monitor no longer improves. */
    R earlyStopping(EarlyStopping earlyStopping);
  }
}
