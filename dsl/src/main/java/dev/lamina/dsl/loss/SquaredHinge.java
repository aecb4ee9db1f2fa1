package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Squared hinge loss, which minds large violations of the margin more than {@link Hinge}: the mean
 * over outputs of {@code max(0, 1 - y p)^2}.
 *
 * <p>For outputs that can be negative, such as linear ones. Targets: {@code [batch, outputs]}, each
 * -1 or 1. (Keras takes 0 for -1; here 0 is refused.)
 */
public record SquaredHinge() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.SIGNS;
  }

  @Override
  public boolean suits(Activation output) {
    return !NotNegative.holdsFor(output);
  }

  @Override
  public String needs() {
    return "outputs that can be negative";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.squaredHinge(this);
  }

  @Override
  public String toString() {
    return "squaredHinge()";
  }
}
