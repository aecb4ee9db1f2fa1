package dev.lamina.dsl.loss;

/** What the target of a sample says. */
public enum TargetKind {
  /** Any finite numbers. */
  NUMBERS,
  /** Finite numbers, of size 1e-7 at least, by which errors can be divided. */
  NOT_ZERO,
  /** Finite numbers above -1. */
  ABOVE_MINUS_ONE,
  /** Finite numbers of at least 0, such as counts. */
  NOT_NEGATIVE,
  /** For each output -1 or 1. */
  SIGNS,
  /** One probability for each output, in [0, 1]. */
  PROBABILITIES,
  /** The probability of each class, which sum to 1. */
  DISTRIBUTION,
  /** A 1 at the class of the sample and 0 everywhere else. */
  ONE_HOT,
  /** The class of the sample, counted from 0. */
  CLASS_INDEX
}
