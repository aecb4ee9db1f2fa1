package dev.lamina.dsl.optimizer;

/**
 * Adam, adaptive moments (Kingma and Ba 2014).
 *
 * <pre>{@code
 * m <- beta1 m + (1 - beta1) g          m^ = m / (1 - beta1^t)
 * v <- beta2 v + (1 - beta2) g^2        v^ = v / (1 - beta2^t)
 * w <- w - eta m^ / (sqrt(v^) + epsilon)
 * }</pre>
 *
 * <p>m and v start at 0; t counts the updates from 1. Keras adds an epsilon of 1e-7 to the
 * uncorrected root, which is {@code adam().epsilon(1e-7).epsilonHat()}.
 *
 * @param learningRate eta, at least 0; 0.001 by default
 * @param beta1 how much of the first moment stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the second moment stays, in [0, 1); 0.999 by default
 * @param epsilon what keeps the quotient finite, above 0; 1e-8 by default
 * @param hasEpsilonHat whether epsilon is added to the uncorrected root; false by default
 */
public record Adam(
    Schedule learningRate, double beta1, double beta2, double epsilon, boolean hasEpsilonHat)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 1e-8;

  /** With every option at its default. */
  public Adam() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public Adam(double learningRate) {
    this(LearningRate.constant("adam", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public Adam(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON, false);
  }

  /** Checks the numbers. */
  public Adam {
    LearningRate.requirement("adam", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the first moment that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the second moment that stays, such as 0.999")
        .positive("epsilon", epsilon, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Adam learningRate(double eta) {
    return learningRate(LearningRate.constant("adam", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Adam learningRate(Schedule eta) {
    return new Adam(eta, beta1, beta2, epsilon, hasEpsilonHat);
  }

  /** The same optimizer that keeps this part of the first moment. */
  public Adam beta1(double kept) {
    return new Adam(learningRate, kept, beta2, epsilon, hasEpsilonHat);
  }

  /** The same optimizer that keeps this part of the second moment. */
  public Adam beta2(double kept) {
    return new Adam(learningRate, beta1, kept, epsilon, hasEpsilonHat);
  }

  /** The same optimizer with this number added to the root. */
  public Adam epsilon(double added) {
    return new Adam(learningRate, beta1, beta2, added, hasEpsilonHat);
  }

  /**
   * The same optimizer that divides by {@code sqrt(v) + epsilon} before it corrects both moments,
   * the form at the end of section 2 of the paper, which Keras has.
   */
  public Adam epsilonHat() {
    return new Adam(learningRate, beta1, beta2, epsilon, true);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adam(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adam", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .thenIf(hasEpsilonHat, "epsilonHat")
        .toString();
  }
}
