package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Categorical cross-entropy, for one of several classes: {@code -sum_j y_j log p_j} with {@code p =
 * softmax(z)}.
 *
 * <p>Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, classes]}, one-hot.
 *
 * @param labelSmoothing the share s, in [0, 1), by which targets are drawn towards even chances: y
 *     becomes {@code y (1 - s) + s / classes} (Szegedy et al. 2016); 0 by default
 */
public record CategoricalCrossEntropy(double labelSmoothing) implements Loss {

  /** Without smoothing. */
  public CategoricalCrossEntropy() {
    this(0);
  }

  /** Checks the smoothing. */
  public CategoricalCrossEntropy {
    Requirement.of("labelSmoothing", labelSmoothing)
        .share("labelSmoothing", labelSmoothing, "give a small share, such as 0.1");
  }

  /** The same loss with targets drawn this much towards even chances. */
  public CategoricalCrossEntropy labelSmoothing(double share) {
    return new CategoricalCrossEntropy(share);
  }

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
    return Code.call("categoricalCrossEntropy")
        .thenIf(labelSmoothing != 0, "labelSmoothing", labelSmoothing)
        .toString();
  }
}
