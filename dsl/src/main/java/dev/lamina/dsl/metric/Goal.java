package dev.lamina.dsl.metric;

/** Which way a metric gets better. */
public enum Goal {
  /** Less is better. */
  MINIMIZE,
  /** More is better. */
  MAXIMIZE;

  /**
   * Whether {@code value} beats {@code reference} by more than {@code minDelta}; NaN beats nothing.
   */
  public boolean improves(double value, double reference, double minDelta) {
    return this == MINIMIZE ? value + minDelta < reference : value - minDelta > reference;
  }

  /** Orders values from the best to the worst; NaN comes last. */
  public int compare(double one, double other) {
    return this == MINIMIZE || Double.isNaN(one) || Double.isNaN(other)
        ? Double.compare(one, other)
        : Double.compare(other, one);
  }

  /** The value that every number beats. */
  public double worst() {
    return this == MINIMIZE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }
}
