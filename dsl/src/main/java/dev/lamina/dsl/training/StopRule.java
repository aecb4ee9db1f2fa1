package dev.lamina.dsl.training;

/** What ends training before its last epoch. */
public sealed interface StopRule extends Watcher permits EarlyStopping {

  /** Calls the method for this rule. */
  <R> R accept(Cases<R> cases);

  /** Handles each rule. */
  interface Cases<R> {

    /** Stop when a monitor no longer improves. */
    R earlyStopping(EarlyStopping earlyStopping);
  }
}
