package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that takes a factor every so many steps.
 *
 * <pre>{@code
 * eta_k = eta_0 factor^floor(k / every)
 * }</pre>
 *
 * <p>PyTorch has it as {@code StepLR}, Keras as {@code ExponentialDecay} with {@code staircase}.
 *
 * @param initial eta_0, at least 0
 * @param factor what the rate is multiplied by, above 0
 * @param every how many steps have the same rate, at least 1
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record StepDecay(double initial, double factor, int every, boolean isPerEpoch)
    implements Schedule {

  /** By iteration. */
  public StepDecay(double initial, double factor, int every) {
    this(initial, factor, every, false);
  }

  /** Checks the numbers. */
  public StepDecay {
    Requirement.of("stepDecay", initial, factor, every)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .positive("factor", factor, "give what the rate is multiplied by, such as 0.5")
        .atLeast(1, "every", every, "give the steps of the same rate, such as 100");
  }

  /** The same schedule with epochs for steps. */
  public StepDecay perEpoch() {
    return new StepDecay(initial, factor, every, true);
  }

  @Override
  public double rateAt(long step) {
    return initial * Math.pow(factor, Math.floor((double) step / every));
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.stepDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("stepDecay", initial, factor, every).thenIf(isPerEpoch, "perEpoch").toString();
  }
}
