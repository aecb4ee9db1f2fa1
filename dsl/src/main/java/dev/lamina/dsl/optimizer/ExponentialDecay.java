package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that takes the same factor in the same time.
 *
 * <pre>{@code
 * eta_k = eta_0 factor^(k / steps)
 * }</pre>
 *
 * <p>Keras has it as {@code ExponentialDecay(eta_0, steps, factor)}. In a staircase, {@code floor(k
 * / steps)} stands for {@code k / steps}. By a factor above 1 the rate grows without end.
 *
 * @param initial eta_0, at least 0
 * @param factor what the rate is multiplied by within the steps, above 0
 * @param steps how long that takes, at least 1
 * @param isStaircase whether the factor comes at once, when the steps are done; false by default
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record ExponentialDecay(
    double initial, double factor, int steps, boolean isStaircase, boolean isPerEpoch)
    implements Schedule {

  /** With every option at its default. */
  public ExponentialDecay(double initial, double factor, int steps) {
    this(initial, factor, steps, false, false);
  }

  /** Checks the numbers. */
  public ExponentialDecay {
    Requirement.of("exponentialDecay", initial, factor, steps)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .positive("factor", factor, "give what the rate is multiplied by, such as 0.9")
        .atLeast(1, "steps", steps, "give the steps until the rate has that factor, such as 100");
  }

  /** The same schedule that goes down at once when the steps are done, as {@link StepDecay}. */
  public ExponentialDecay staircase() {
    return new ExponentialDecay(initial, factor, steps, true, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public ExponentialDecay perEpoch() {
    return new ExponentialDecay(initial, factor, steps, isStaircase, true);
  }

  @Override
  public double rateAt(long step) {
    double times = (double) step / steps;
    return initial * Math.pow(factor, isStaircase ? Math.floor(times) : times);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.exponentialDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("exponentialDecay", initial, factor, steps)
        .thenIf(isStaircase, "staircase")
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
