package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Binary cross-entropy, for two classes or for several labels at once: the mean over outputs of
 * {@code -[y log p + (1 - y) log(1 - p)]} with {@code p = sigmoid(z)}.
 *
 * <p>Computed from the logits z, as {@code softplus(z) - y z}, so that it neither saturates nor
 * overflows. Targets: {@code [batch, outputs]}, each in [0, 1].
 *
 * @param labelSmoothing the share s, in [0, 1), by which targets are drawn towards even chances: y
 *     becomes {@code y (1 - s) + s / 2} (Szegedy et al. 2016); 0 by default
 */
public record BinaryCrossEntropy(double labelSmoothing) implements Loss {

  /** Without smoothing. */
  public BinaryCrossEntropy() {
    this(0);
  }

  /** Checks the smoothing. */
  public BinaryCrossEntropy {
    Requirement.of("labelSmoothing", labelSmoothing)
        .share("labelSmoothing", labelSmoothing, "give a small share, such as 0.1");
  }

  /** The same loss with targets drawn this much towards even chances. */
  public BinaryCrossEntropy labelSmoothing(double share) {
    return new BinaryCrossEntropy(share);
  }

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
    return Code.call("binaryCrossEntropy")
        .thenIf(labelSmoothing != 0, "labelSmoothing", labelSmoothing)
        .toString();
  }
}
