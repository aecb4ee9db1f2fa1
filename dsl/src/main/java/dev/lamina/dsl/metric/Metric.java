package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.OutputReader;

/** A number that says how well a network does on some data. */
public sealed interface Metric extends OutputReader permits LossValue, Accuracy, MeanAbsoluteError {

  /** Its name in tables, such as {@code mean_absolute_error}. */
  String name();

  /** Whether less or more of it is better. */
  Goal goal();

  /** Calls the method for this metric. */
  <R> R accept(Cases<R> cases);

  /** Handles each metric. */
  interface Cases<R> {

    /** What training minimizes. */
    R lossValue(LossValue metric);

    /** The share of right classes. */
    R accuracy(Accuracy metric);

    /** Mean of |p - y|. */
    R meanAbsoluteError(MeanAbsoluteError metric);
  }
}
