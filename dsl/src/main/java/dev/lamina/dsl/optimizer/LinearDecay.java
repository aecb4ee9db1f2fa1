package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes along a line to its last, and stays there.
 *
 * <pre>{@code
 * eta_k = (1 - alpha) eta_0 + alpha eta_tau      alpha = min(k / tau, 1)
 * }</pre>
 *
 * <p>Keras has it as {@code PolynomialDecay(eta_0, tau, eta_tau)}. The last may be the larger.
 *
 * @param initial eta_0, at least 0
 * @param last eta_tau, at least 0
 * @param steps tau, at least 1
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record LinearDecay(double initial, double last, int steps, boolean isPerEpoch)
    implements Schedule {

  /** By iteration. */
  public LinearDecay(double initial, double last, int steps) {
    this(initial, last, steps, false);
  }

  /** Checks the numbers. */
  public LinearDecay {
    Requirement.of("linearDecay", initial, last, steps)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .notNegative("last", last, "give the last rate, such as 0.01")
        .atLeast(1, "steps", steps, "give the steps until the last rate, such as 100");
  }

  /** The same schedule with epochs for steps. */
  public LinearDecay perEpoch() {
    return new LinearDecay(initial, last, steps, true);
  }

  @Override
  public double rateAt(long step) {
    double alpha = Math.min((double) step / steps, 1);
    return (1 - alpha) * initial + alpha * last;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.linearDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("linearDecay", initial, last, steps).thenIf(isPerEpoch, "perEpoch").toString();
  }
}
