package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;

/**
 * Cosine similarity of the outputs and the targets of a sample, negated so that less is better:
 * {@code -sum_j y_j p_j / (|y| |p|)}, from -1 (same direction) to 1 (opposite).
 *
 * <p>As in Keras, a length below 1e-6 counts as 1e-6, so that a vector of zeros gives 0. Targets:
 * {@code [batch, outputs]}, any finite numbers; at least 2 outputs, as the direction of a single
 * number is only a sign.
 */
public record CosineSimilarity() implements Loss {

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
    return cases.cosineSimilarity(this);
  }

  @Override
  public String toString() {
    return "cosineSimilarity()";
  }
}
