package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes down half a cosine, and stays at its end (Loshchilov and Hutter 2017,
 * without restarts).
 *
 * <pre>{@code
 * eta_k = eta_0 ((1 - alpha) (1 + cos(pi k / steps)) / 2 + alpha)      k up to steps
 * }</pre>
 *
 * <p>Keras has it as {@code CosineDecay(eta_0, steps, alpha)}.
 *
 * @param initial eta_0, at least 0
 * @param steps how long the way down is, at least 1
 * @param alpha which part of eta_0 is the end, in [0, 1); 0 by default
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record CosineDecay(double initial, int steps, double alpha, boolean isPerEpoch)
    implements Schedule {

  private static final double DEFAULT_ALPHA = 0.0;

  /** With every option at its default. */
  public CosineDecay(double initial, int steps) {
    this(initial, steps, DEFAULT_ALPHA, false);
  }

  /** Checks the numbers. */
  public CosineDecay {
    Requirement.of("cosineDecay", initial, steps)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .atLeast(1, "steps", steps, "give the steps until the last rate, such as 100")
        .share("alpha", alpha, "give the last rate as a part of the first, such as 0.01");
  }

  /** The same schedule that ends at this part of its first rate. */
  public CosineDecay alpha(double share) {
    return new CosineDecay(initial, steps, share, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public CosineDecay perEpoch() {
    return new CosineDecay(initial, steps, alpha, true);
  }

  @Override
  public double rateAt(long step) {
    double done = Math.min((double) step / steps, 1);
    return initial * ((1 - alpha) * descent(done) + alpha);
  }

  /** Half a cosine from 1 to 0, where {@code done} goes from 0 to 1. */
  static double descent(double done) {
    return (1 + Math.cos(Math.PI * done)) / 2;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.cosineDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("cosineDecay", initial, steps)
        .thenIf(alpha != DEFAULT_ALPHA, "alpha", alpha)
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
