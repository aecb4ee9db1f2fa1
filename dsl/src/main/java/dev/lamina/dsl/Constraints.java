package dev.lamina.dsl;

import dev.lamina.dsl.layer.MaxNorm;
import dev.lamina.dsl.layer.MinMaxNorm;
import dev.lamina.dsl.layer.NonNegative;
import dev.lamina.dsl.layer.UnitNorm;

/**
 * What weights must obey after every update, for {@code dense(64).constraint(maxNorm(3))}; each is
 * an option of the layer, too: {@code dense(64).maxNorm(3)}.
 */
public final class Constraints {

  private Constraints() {}

  /** The norm of the weights of each neuron is at most this. */
  public static MaxNorm maxNorm(double max) {
    return new MaxNorm(max);
  }

  /** The norm of the weights of each neuron is 1. */
  public static UnitNorm unitNorm() {
    return new UnitNorm();
  }

  /** The norm of the weights of each neuron is between these. */
  public static MinMaxNorm minMaxNorm(double min, double max) {
    return new MinMaxNorm(min, max);
  }

  /** No weight is negative. */
  public static NonNegative nonNegative() {
    return new NonNegative();
  }
}
