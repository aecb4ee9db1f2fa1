package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Categorical cross-entropy with class indices as targets: {@code -log p_y} with {@code p =
 * softmax(z)}.
 *
 * <p>Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, 1]}, whole numbers from 0 to classes - 1.
 *
 * @param labelSmoothing the share s, in [0, 1), by which targets are drawn towards even chances:
 *     the one-hot row y of a class becomes {@code y (1 - s) + s / classes} (Szegedy et al. 2016); 0
 *     by default
 */
public record SparseCategoricalCrossEntropy(double labelSmoothing) implements Loss {

  /** Without smoothing. */
  public SparseCategoricalCrossEntropy() {
    this(0);
  }

  /** Checks the smoothing. */
  public SparseCategoricalCrossEntropy {
    Requirement.of("labelSmoothing", labelSmoothing)
        .share("labelSmoothing", labelSmoothing, "give a small share, such as 0.1");
  }

  /** The same loss with targets drawn this much towards even chances. */
  public SparseCategoricalCrossEntropy labelSmoothing(double share) {
    return new SparseCategoricalCrossEntropy(share);
  }

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
    return Code.call("sparseCategoricalCrossEntropy")
        .thenIf(labelSmoothing != 0, "labelSmoothing", labelSmoothing)
        .toString();
  }
}
