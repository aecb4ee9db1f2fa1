package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Logarithm of the hyperbolic cosine, for regression: the mean over outputs of {@code log(cosh(p -
 * y))}.
 *
 * <p>It is about {@code (p - y)^2 / 2} for small errors and {@code |p - y| - log 2} for large ones,
 * and smooth between. Its gradient by p is {@code tanh(p - y) / outputs}. Targets: {@code [batch,
 * outputs]}, any finite numbers.
 */
public record LogCosh() implements Loss {

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
    return cases.logCosh(this);
  }

  @Override
  public String toString() {
    return "logCosh()";
  }
}
