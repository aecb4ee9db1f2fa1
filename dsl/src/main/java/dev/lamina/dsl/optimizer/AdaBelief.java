package dev.lamina.dsl.optimizer;

/**
 * AdaBelief, steps by the belief in the gradient (Zhuang et al. 2020).
 *
 * <pre>{@code
 * m <- beta1 m + (1 - beta1) g                        m^ = m / (1 - beta1^t)
 * s <- beta2 s + (1 - beta2) (g - m)^2 + epsilon      s^ = s / (1 - beta2^t)
 * w <- w - eta m^ / (sqrt(s^) + epsilon)
 * }</pre>
 *
 * <p>m and s start at 0; t counts the updates from 1. Epsilon is that of the authors' code: it
 * gathers in s, where the 1e-8 of Adam would hide gradients under 1e-3.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param beta1 how much of the mean of gradients stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the variance of gradients stays, in [0, 1); 0.999 by default
 * @param epsilon what keeps the quotient finite, above 0; 1e-16 by default, as in the authors' code
 */
public record AdaBelief(Schedule learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 1e-16;

  /** With every option at its default. */
  public AdaBelief() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AdaBelief(double learningRate) {
    this(LearningRate.constant("adaBelief", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AdaBelief(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);
  }

  /** Checks the numbers. */
  public AdaBelief {
    LearningRate.requirement("adaBelief", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the mean of gradients that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the variance that stays, such as 0.999")
        .positive("epsilon", epsilon, "give a small number, such as 1e-16");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AdaBelief learningRate(double eta) {
    return learningRate(LearningRate.constant("adaBelief", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AdaBelief learningRate(Schedule eta) {
    return new AdaBelief(eta, beta1, beta2, epsilon);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public AdaBelief beta1(double kept) {
    return new AdaBelief(learningRate, kept, beta2, epsilon);
  }

  /** The same optimizer that keeps this part of the variance. */
  public AdaBelief beta2(double kept) {
    return new AdaBelief(learningRate, beta1, kept, epsilon);
  }

  /** The same optimizer with this number added. */
  public AdaBelief epsilon(double added) {
    return new AdaBelief(learningRate, beta1, beta2, added);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adaBelief(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adaBelief", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .toString();
  }
}
