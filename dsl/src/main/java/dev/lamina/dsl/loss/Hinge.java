package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Hinge loss, for two classes kept apart by a margin, as in support vector machines: the mean over
 * outputs of {@code max(0, 1 - y p)} (Cortes and Vapnik 1995).
 *
 * <p>For outputs that can be negative, such as linear ones. Targets: {@code [batch, outputs]}, each
 * -1 or 1. (Keras takes 0 for -1; here 0 is refused.)
 */
public record Hinge() implements Loss {

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
    return cases.hinge(this);
  }

  @Override
  public String toString() {
    return "hinge()";
  }
}
