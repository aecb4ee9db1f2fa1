package dev.lamina.dsl.layer;

import dev.lamina.dsl.problem.Requirement;

/**
 * What the weights, or the biases, of a layer add to the loss: {@code l1 sum |w| + l2 sum w^2}, so
 * that the gradient grows by {@code l1 sign(w) + 2 l2 w}.
 *
 * @param l1 the factor of the absolute values (lasso, Tibshirani 1996), at least 0
 * @param l2 the factor of the squares (ridge, weight decay), at least 0
 */
public record Penalty(double l1, double l2) {

  /** No penalty. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** Checks both factors. */
  public Penalty {
    check("l1", l1);
    check("l2", l2);
  }

  /** The same penalty with this factor of the absolute values. */
  public Penalty l1(double lambda) {
    return new Penalty(lambda, l2);
  }

  /** The same penalty with this factor of the squares. */
  public Penalty l2(double lambda) {
    return new Penalty(l1, lambda);
  }

  /** Demands that the factor of this option can be one. */
  static void check(String option, double lambda) {
    Requirement.of(option, lambda)
        .notNegative("lambda", lambda, "give a small factor, such as `" + option + "(0.01)`");
  }
}
