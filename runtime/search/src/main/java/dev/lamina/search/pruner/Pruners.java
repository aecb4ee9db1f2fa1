package dev.lamina.search.pruner;

/** Every pruner. */
public final class Pruners {

  private Pruners() {}

  /** Lets each trial go on to its end. */
  public static Pruner neverPrune() {
    return new NeverPrune();
  }
}
