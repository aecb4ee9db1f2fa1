package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * The same learning rate throughout: {@code eta_k = eta}.
 *
 * <p>{@code adam(0.05)} has one. What a step is matters only inside of {@link WarmUp}.
 *
 * @param rate eta, at least 0
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record ConstantRate(double rate, boolean isPerEpoch) implements Schedule {

  /** By iteration. */
  public ConstantRate(double rate) {
    this(rate, false);
  }

  /** Checks the number. */
  public ConstantRate {
    Requirement.of("constantRate", rate).notNegative("rate", rate, "give a rate such as 0.01");
  }

  /** The same schedule with epochs for steps. */
  public ConstantRate perEpoch() {
    return new ConstantRate(rate, true);
  }

  @Override
  public double rateAt(long step) {
    return rate;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.constantRate(this);
  }

  @Override
  public String toString() {
    return Code.call("constantRate", rate).thenIf(isPerEpoch, "perEpoch").toString();
  }
}
