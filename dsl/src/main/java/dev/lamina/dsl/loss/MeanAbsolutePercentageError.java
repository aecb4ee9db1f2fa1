package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Mean absolute percentage error, for regression where errors count relative to the target: the
 * mean over outputs of {@code 100 |p - y| / |y|}.
 *
 * <p>Targets: {@code [batch, outputs]}, finite numbers of size 1e-7 at least (for smaller ones
 * Keras divides by 1e-7).
 */
public record MeanAbsolutePercentageError() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.NOT_ZERO;
  }

  @Override
  public boolean suits(Activation output) {
    return true;
  }

  @Override
  public String needs() {
    return "outputs of any kind";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.meanAbsolutePercentageError(this);
  }

  @Override
  public String toString() {
    return "meanAbsolutePercentageError()";
  }
}
