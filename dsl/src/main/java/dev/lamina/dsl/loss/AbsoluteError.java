package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Mean absolute error, for regression that minds outliers less than {@link MeanSquaredError}: the
 * mean over outputs of {@code |p - y|}.
 *
 * <p>Its gradient by p is {@code sign(p - y) / outputs}, 0 where they are equal. Targets: {@code
 * [batch, outputs]}, any finite numbers. Keras's {@code MeanAbsoluteError}; the metric of that name
 * is {@code dev.lamina.dsl.Metrics.meanAbsoluteError()}.
 */
public record AbsoluteError() implements Loss {

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
    return cases.absoluteError(this);
  }

  @Override
  public String toString() {
    return "absoluteError()";
  }
}
