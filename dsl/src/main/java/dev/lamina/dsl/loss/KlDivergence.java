package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;

/**
 * Kullback-Leibler divergence of the outputs from the targets: {@code sum_j y_j log(y_j / p_j)}
 * with {@code p = softmax(z)} and {@code 0 log 0 = 0} (Kullback and Leibler 1951).
 *
 * <p>It is the cross-entropy less the entropy of the targets, and so has the same gradient and is 0
 * where p = y. Computed from the logits z, so that it neither saturates nor overflows. Targets:
 * {@code [batch, classes]}, probabilities that sum to 1 in each sample.
 */
public record KlDivergence() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.DISTRIBUTION;
  }

  @Override
  public boolean suits(Activation output) {
    return output instanceof Softmax;
  }

  @Override
  public String needs() {
    return "outputs that sum to 1";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.klDivergence(this);
  }

  @Override
  public String toString() {
    return "klDivergence()";
  }
}
