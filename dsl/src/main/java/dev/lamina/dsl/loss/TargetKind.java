package dev.lamina.dsl.loss;

/** What the target of a sample says. */
public enum TargetKind {
  /** Any finite numbers. */
  NUMBERS,
  /** One probability for each output, in [0, 1]. */
  PROBABILITIES,
  /** A 1 at the class of the sample and 0 everywhere else. */
  ONE_HOT,
  /** The class of the sample, counted from 0. */
  CLASS_INDEX
}
