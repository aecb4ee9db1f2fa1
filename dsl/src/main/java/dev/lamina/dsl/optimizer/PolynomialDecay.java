package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes to its last by a power of the time that is left, and stays there.
 *
 * <pre>{@code
 * eta_k = (eta_0 - eta_tau) (1 - k / tau)^power + eta_tau      k up to tau
 * }</pre>
 *
 * <p>Keras has it as {@code PolynomialDecay(eta_0, tau, eta_tau, power)}. With a power of 1 it is
 * {@link LinearDecay}.
 *
 * @param initial eta_0, at least 0
 * @param last eta_tau, at least 0
 * @param steps tau, at least 1
 * @param power the power, above 0; 1 by default
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record PolynomialDecay(
    double initial, double last, int steps, double power, boolean isPerEpoch) implements Schedule {

  private static final double DEFAULT_POWER = 1.0;

  /** With every option at its default. */
  public PolynomialDecay(double initial, double last, int steps) {
    this(initial, last, steps, DEFAULT_POWER, false);
  }

  /** Checks the numbers. */
  public PolynomialDecay {
    Requirement.of("polynomialDecay", initial, last, steps)
        .notNegative("initial", initial, "give the first rate, such as 0.1")
        .notNegative("last", last, "give the last rate, such as 0.01")
        .atLeast(1, "steps", steps, "give the steps until the last rate, such as 100")
        .positive("power", power, "give a power such as 2");
  }

  /** The same schedule with this power. */
  public PolynomialDecay power(double exponent) {
    return new PolynomialDecay(initial, last, steps, exponent, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public PolynomialDecay perEpoch() {
    return new PolynomialDecay(initial, last, steps, power, true);
  }

  @Override
  public double rateAt(long step) {
    double left = 1 - Math.min((double) step / steps, 1);
    return (initial - last) * Math.pow(left, power) + last;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.polynomialDecay(this);
  }

  @Override
  public String toString() {
    return Code.call("polynomialDecay", initial, last, steps)
        .thenIf(power != DEFAULT_POWER, "power", power)
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
