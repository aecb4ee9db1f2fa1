package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;

/**
 * Categorical cross-entropy with class indices as targets: {@code -log p_y} with {@code p =
 * softmax(z)}.
 *
 * <p>Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, 1]}, whole numbers from 0 to classes - 1.
 */
public record SparseCategoricalCrossEntropy() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.CLASS_INDEX;
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
    return cases.sparseCategoricalCrossEntropy(this);
  }

  @Override
  public String toString() {
    return "sparseCategoricalCrossEntropy()";
  }
}
