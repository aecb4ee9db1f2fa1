package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes down as one over time.
 *
 * <pre>{@code
 * eta_k = eta_0 / (1 + decay k / steps)
 * }</pre>
 *
 * <p>Keras has it as {@code InverseTimeDecay(eta_0, steps, decay)}. In a staircase, {@code floor(k
 * / steps)} stands for {@code k / steps}.
 *
 * @param initial eta_0, at least 0
 * @param decay what the divisor gains within the steps, at least 0
 * @param steps how long that takes, at least 1
 * @param isStaircase whether the gain comes at once, when the steps are done; false by default
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record InverseTimeDecay(
    double initial, double decay, int steps, boolean isStaircase, boolean isPerEpoch)
    implements Schedule {

  /** With every option at its default. */
  public InverseTimeDecay(double initial, double decay, int steps) {
    this(initial, decay, steps, false, false);
  }

  /** Checks the numbers. */
  public InverseTimeDecay {
    Requirement.of("inverseTimeDecay", initial, decay, steps)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .notNegative("decay", decay, "give what the divisor gains, such as 0.5")
        .atLeast(1, "steps", steps, "give the steps until it has gained that, such as 100");
  }

  /** The same schedule that goes down at once when the steps are done. */
  public InverseTimeDecay staircase() {
    return new InverseTimeDecay(initial, decay, steps, true, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public InverseTimeDecay perEpoch() {
    return new InverseTimeDecay(initial, decay, steps, isStaircase, true);
  }

  @Override
  public double rateAt(long step) {
    double times = (double) step / steps;
    return initial / (1 + decay * (isStaircase ? Math.floor(times) : times));
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.inverseTimeDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("inverseTimeDecay", initial, decay, steps)
        .thenIf(isStaircase, "staircase")
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
