package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Poisson loss, for counts of which the network gives the expected value: the mean over outputs of
 * {@code p - y log(p + 1e-7)}.
 *
 * <p>It is the negative log-likelihood of a Poisson distribution without the term that does not
 * depend on p; 1e-7, as in Keras, keeps it finite for p = 0. For outputs that are never negative.
 * Targets: {@code [batch, outputs]}, numbers of at least 0.
 */
public record Poisson() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.NOT_NEGATIVE;
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
    return cases.poisson(this);
  }

  @Override
  public String toString() {
    return "poisson()";
  }
}
