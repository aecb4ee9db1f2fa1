package dev.lamina.dsl.layer;

/** What the weights of a layer must obey: enforced after every update, not at the start. */
public sealed interface Constraint permits MaxNorm, UnitNorm, MinMaxNorm, NonNegative {

  /** Calls the method for this kind of constraint. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind. */
  interface Cases<R> {

    /** Norms up to a bound. */
    R maxNorm(MaxNorm maxNorm);

    /** Norms of 1. */
    R unitNorm(UnitNorm unitNorm);

    /** Norms between two bounds. */
    R minMaxNorm(MinMaxNorm minMaxNorm);

    /** No negative weights. */
    R nonNegative(NonNegative nonNegative);
  }
}
