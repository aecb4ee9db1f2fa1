package dev.lamina.dsl.optimizer;

/**
 * AdaMax, Adam with the largest gradient for the root of the mean square (Kingma and Ba 2014,
 * section 7.1).
 *
 * <pre>{@code
 * m <- beta1 m + (1 - beta1) g
 * u <- max(beta2 u, |g|)
 * w <- w - eta / (1 - beta1^t) m / (u + epsilon)
 * }</pre>
 *
 * <p>m and u start at 0; t counts the updates from 1. The paper has no epsilon, and a weight that
 * has seen no gradient stays; Keras adds 1e-7.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param beta1 how much of the mean of gradients stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the largest gradient stays, in [0, 1); 0.999 by default
 * @param epsilon what is added to the divisor, at least 0; 0 by default
 */
public record AdaMax(Schedule learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 0.0;

  /** With every option at its default. */
  public AdaMax() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AdaMax(double learningRate) {
    this(LearningRate.constant("adaMax", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AdaMax(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);
  }

  /** Checks the numbers. */
  public AdaMax {
    LearningRate.requirement("adaMax", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the mean of gradients that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the largest gradient that stays, such as 0.999")
        .notNegative("epsilon", epsilon, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AdaMax learningRate(double eta) {
    return learningRate(LearningRate.constant("adaMax", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AdaMax learningRate(Schedule eta) {
    return new AdaMax(eta, beta1, beta2, epsilon);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public AdaMax beta1(double kept) {
    return new AdaMax(learningRate, kept, beta2, epsilon);
  }

  /** The same optimizer that keeps this part of the largest gradient. */
  public AdaMax beta2(double kept) {
    return new AdaMax(learningRate, beta1, kept, epsilon);
  }

  /** The same optimizer with this number added. */
  public AdaMax epsilon(double added) {
    return new AdaMax(learningRate, beta1, beta2, added);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adaMax(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adaMax", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .toString();
  }
}
