package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalDouble;

/**
 * Binary cross-entropy in which samples that are right already count less: the mean over outputs of
 * {@code w (1 - p_t)^gamma [-y log p - (1 - y) log(1 - p)]} with {@code p = sigmoid(z)} and {@code
 * p_t = y p + (1 - y)(1 - p)}, the probability of what is true (Lin et al. 2017).
 *
 * <p>The weight w is 1, or {@code y alpha + (1 - y)(1 - alpha)} where alpha is given, which
 * balances classes of different size (Keras's {@code apply_class_balancing}; the paper's alpha is
 * 0.25). Computed from the logits z, so that it neither saturates nor overflows. Targets: {@code
 * [batch, outputs]}, each in [0, 1].
 *
 * @param gamma how strongly samples that are right are played down, at least 0; 2 by default; 0
 *     gives binary cross-entropy
 * @param alpha the weight of class 1 against {@code 1 - alpha} for class 0, in [0, 1]; absent by
 *     default: both weigh 1
 */
public record BinaryFocalCrossEntropy(double gamma, OptionalDouble alpha) implements Loss {

  /** With gamma 2 and equal weights. */
  public BinaryFocalCrossEntropy() {
    this(2, OptionalDouble.empty());
  }

  /** Checks the numbers. */
  public BinaryFocalCrossEntropy {
    Requirement.of("gamma", gamma)
        .notNegative("gamma", gamma, "give the exponent, such as `gamma(2)`");
    alpha.ifPresent(BinaryFocalCrossEntropy::checkAlpha);
  }

  /** The same loss with this exponent. */
  public BinaryFocalCrossEntropy gamma(double exponent) {
    return new BinaryFocalCrossEntropy(exponent, alpha);
  }

  /** The same loss with this weight for class 1, and what is left of 1 for class 0. */
  public BinaryFocalCrossEntropy alpha(double weight) {
    return new BinaryFocalCrossEntropy(gamma, OptionalDouble.of(weight));
  }

  private static void checkAlpha(double alpha) {
    Requirement.of("alpha", alpha)
        .that(
            alpha >= 0 && alpha <= 1,
            "alpha",
            "a number in [0, 1]",
            alpha,
            "give the weight of class 1, such as `alpha(0.25)`");
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
    return cases.binaryFocalCrossEntropy(this);
  }

  @Override
  public String toString() {
    Code code =
        Code.call("binaryFocalCrossEntropy")
            .thenIf(gamma != new BinaryFocalCrossEntropy().gamma(), "gamma", gamma);
    return code.thenIf(alpha.isPresent(), "alpha", alpha.orElse(0)).toString();
  }
}
