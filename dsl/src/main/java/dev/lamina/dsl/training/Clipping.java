package dev.lamina.dsl.training;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * How gradients are kept from being too large before the optimizer sees them; prints itself as the
 * option of the plan that sets it.
 *
 * <p>What is clipped is the gradient g of all that is minimized, the mean loss of the mini-batch
 * and the penalties of the weights, as in Keras. Only what gradient descent moves is clipped, and
 * only it counts in norms: the running averages of batch normalization take no part. Decoupled
 * weight decay comes after the optimizer, and is not clipped. A gradient that is not finite stays
 * as it is, so that training ends as diverged.
 */
public sealed interface Clipping {

  /** Calls the method for this kind of clipping. */
  <R> R accept(Cases<R> cases);

  /**
   * Each number by itself: {@code min(max(g, -limit), limit)}.
   *
   * @param limit the largest absolute value, above 0
   */
  record ByValue(double limit) implements Clipping {

    /** Checks the number. */
    public ByValue {
      positive("clipValue", limit);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.byValue(this);
    }

    @Override
    public String toString() {
      return Code.call("clipValue", limit).toString();
    }
  }

  /**
   * Each parameter by itself, such as the kernel or the bias of one layer: {@code g min(1, limit /
   * |g|)} with the Euclidean norm |g| of its gradient.
   *
   * @param limit the largest norm, above 0
   */
  record ByNorm(double limit) implements Clipping {

    /** Checks the number. */
    public ByNorm {
      positive("clipNorm", limit);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.byNorm(this);
    }

    @Override
    public String toString() {
      return Code.call("clipNorm", limit).toString();
    }
  }

  /**
   * All parameters together: {@code g min(1, limit / |g|)} with the Euclidean norm |g| of the
   * gradients of the whole network (Pascanu, Mikolov and Bengio 2013).
   *
   * @param limit the largest norm, above 0
   */
  record ByGlobalNorm(double limit) implements Clipping {

    /** Checks the number. */
    public ByGlobalNorm {
      positive("clipGlobalNorm", limit);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.byGlobalNorm(this);
    }

    @Override
    public String toString() {
      return Code.call("clipGlobalNorm", limit).toString();
    }
  }

  /** Handles each kind of clipping. */
  interface Cases<R> {

    /** Each number by itself. */
    R byValue(ByValue clipping);

    /** Each parameter by itself. */
    R byNorm(ByNorm clipping);

    /** All parameters together. */
    R byGlobalNorm(ByGlobalNorm clipping);
  }

  private static void positive(String option, double limit) {
    Requirement.of(option, limit).positive("limit", limit, "give the largest gradient, such as 1");
  }
}
