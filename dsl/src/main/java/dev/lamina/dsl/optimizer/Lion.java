package dev.lamina.dsl.optimizer;

/**
 * Lion, evolved sign momentum (Chen et al. 2023).
 *
 * <pre>{@code
 * w <- w - eta sign(beta1 m + (1 - beta1) g)
 * m <- beta2 m + (1 - beta2) g
 * }</pre>
 *
 * <p>m starts at 0. Every weight moves by eta, so that a smaller rate than that of Adam suits.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param beta1 how much of the direction is old, in [0, 1); 0.9 by default
 * @param beta2 how much of the mean of gradients stays, in [0, 1); 0.99 by default
 */
public record Lion(Schedule learningRate, double beta1, double beta2) implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.99;

  /** With every option at its default. */
  public Lion() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public Lion(double learningRate) {
    this(LearningRate.constant("lion", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public Lion(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2);
  }

  /** Checks the numbers. */
  public Lion {
    LearningRate.requirement("lion", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the direction that is old, such as 0.9")
        .share("beta2", beta2, "give the part of the mean of gradients that stays, such as 0.99");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Lion learningRate(double eta) {
    return learningRate(LearningRate.constant("lion", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Lion learningRate(Schedule eta) {
    return new Lion(eta, beta1, beta2);
  }

  /** The same optimizer that keeps this part of the direction. */
  public Lion beta1(double kept) {
    return new Lion(learningRate, kept, beta2);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public Lion beta2(double kept) {
    return new Lion(learningRate, beta1, kept);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.lion(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("lion", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .toString();
  }
}
