package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Mean squared logarithmic error, for regression over orders of magnitude: the mean over outputs of
 * {@code (log(1 + p) - log(1 + y))^2}.
 *
 * <p>For outputs that are never negative, such as those of relu. Targets: {@code [batch, outputs]},
 * finite numbers above -1. (Keras takes numbers below 1e-7 for 1e-7.)
 */
public record MeanSquaredLogarithmicError() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.ABOVE_MINUS_ONE;
  }

  @Override
  public boolean suits(Activation output) {
    return NotNegative.holdsFor(output);
  }

  @Override
  public String needs() {
    return "outputs that are never negative";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.meanSquaredLogarithmicError(this);
  }

  @Override
  public String toString() {
    return "meanSquaredLogarithmicError()";
  }
}
