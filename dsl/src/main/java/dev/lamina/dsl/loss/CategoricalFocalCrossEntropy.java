package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Categorical cross-entropy in which samples that are right already count less: {@code -alpha sum_j
 * y_j (1 - p_j)^gamma log p_j} with {@code p = softmax(z)} (Lin et al. 2017).
 *
 * <p>Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, classes]}, one-hot.
 *
 * @param gamma how strongly samples that are right are played down, at least 0; 2 by default; 0
 *     gives alpha times categorical cross-entropy
 * @param alpha a factor of the loss, above 0; 0.25 by default, as in Keras
 * @param labelSmoothing the share s, in [0, 1), by which targets are drawn towards even chances: y
 *     becomes {@code y (1 - s) + s / classes} (Szegedy et al. 2016); 0 by default
 */
public record CategoricalFocalCrossEntropy(double gamma, double alpha, double labelSmoothing)
    implements Loss {

  private static final double DEFAULT_GAMMA = 2;
  private static final double DEFAULT_ALPHA = 0.25;

  /** With gamma 2 and alpha 0.25, without smoothing. */
  public CategoricalFocalCrossEntropy() {
    this(DEFAULT_GAMMA, DEFAULT_ALPHA, 0);
  }

  /** Checks the numbers. */
  public CategoricalFocalCrossEntropy {
    Requirement.of("gamma", gamma)
        .notNegative("gamma", gamma, "give the exponent, such as `gamma(2)`");
    Requirement.of("alpha", alpha)
        .positive("alpha", alpha, "give the factor of the loss, such as `alpha(0.25)`");
    Requirement.of("labelSmoothing", labelSmoothing)
        .share("labelSmoothing", labelSmoothing, "give a small share, such as 0.1");
  }

  /** The same loss with this exponent. */
  public CategoricalFocalCrossEntropy gamma(double exponent) {
    return new CategoricalFocalCrossEntropy(exponent, alpha, labelSmoothing);
  }

  /** The same loss with this factor. */
  public CategoricalFocalCrossEntropy alpha(double factor) {
    return new CategoricalFocalCrossEntropy(gamma, factor, labelSmoothing);
  }

  /** The same loss with targets drawn this much towards even chances. */
  public CategoricalFocalCrossEntropy labelSmoothing(double share) {
    return new CategoricalFocalCrossEntropy(gamma, alpha, share);
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
    return cases.categoricalFocalCrossEntropy(this);
  }

  @Override
  public String toString() {
    return Code.call("categoricalFocalCrossEntropy")
        .thenIf(gamma != DEFAULT_GAMMA, "gamma", gamma)
        .thenIf(alpha != DEFAULT_ALPHA, "alpha", alpha)
        .thenIf(labelSmoothing != 0, "labelSmoothing", labelSmoothing)
        .toString();
  }
}
