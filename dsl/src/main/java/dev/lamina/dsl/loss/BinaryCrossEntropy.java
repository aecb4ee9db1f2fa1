package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;

/**
 * Binary cross-entropy, for two classes or for several labels at once: the mean over outputs of
 * {@code -[y log p + (1 - y) log(1 - p)]} with {@code p = sigmoid(z)}.
 *
 * <p>Computed from the logits z, as {@code softplus(z) - y z}, so that it neither saturates nor
 * overflows. Targets: {@code [batch, outputs]}, each in [0, 1].
 */
public record BinaryCrossEntropy() implements Loss {

  @Override
  public TargetKind targets() {
    return TargetKind.PROBABILITIES;
  }

  @Override
  public boolean suits(Activation output) {
    return output instanceof Sigmoid;
  }

  @Override
  public String needs() {
    return "outputs that are probabilities, each for itself";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.binaryCrossEntropy(this);
  }

  @Override
  public String toString() {
    return "binaryCrossEntropy()";
  }
}
