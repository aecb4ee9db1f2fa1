package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Mean squared error, for regression: the mean over outputs of {@code (p - y)^2}.
 *
 * <p>Targets: {@code [batch, outputs]}, any finite numbers.
 */
public record MeanSquaredError() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.NUMBERS;
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
    return cases.meanSquaredError(this);
  }

  @Override
  public String toString() {
    return "meanSquaredError()";
  }
}
