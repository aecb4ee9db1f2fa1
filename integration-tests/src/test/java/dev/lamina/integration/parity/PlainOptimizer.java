package dev.lamina.integration.parity;

import java.util.function.Supplier;

/**
 * An optimizer of one weight in plain Java.
 *
 * @param formula what it means, as text
 * @param fresh gives its rule with an empty memory
 */
record PlainOptimizer(String formula, Supplier<Rule> fresh) {

  /** What the weight loses at update t, counted from 1. */
  @FunctionalInterface
  interface Rule {
    double update(double weight, double gradient, int t);
  }

  /** A mean that forgets: {@code mean <- kept mean + (1 - kept) value}. */
  static final class Mean {

    private final double kept;
    private double value;

    Mean(double kept) {
      this.kept = kept;
    }

    void add(double next) {
      value = kept * value + (1 - kept) * next;
    }

    double and(double next) {
      add(next);
      return value;
    }

    double value() {
      return value;
    }

    /** Free of its start at 0, after t values. */
    double corrected(int t) {
      return value / (1 - Math.pow(kept, t));
    }
  }
}
