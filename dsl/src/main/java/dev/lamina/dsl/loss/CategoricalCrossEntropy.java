package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;

/**
 * Categorical cross-entropy, for one of several classes: {@code -sum_j y_j log p_j} with {@code p =
 * softmax(z)}.
 *
 * <p>Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, classes]}, one-hot.
 */
public record CategoricalCrossEntropy() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.ONE_HOT;
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
    return cases.categoricalCrossEntropy(this);
  }

  @Override
  public String toString() {
    return "categoricalCrossEntropy()";
  }
}
