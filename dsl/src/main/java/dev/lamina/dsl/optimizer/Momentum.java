package dev.lamina.dsl.optimizer;

/**
 * Gradient descent with momentum (Polyak 1964; Sutskever et al. 2013).
 *
 * <pre>{@code
 * v <- gamma v + eta g
 * w <- w - v
 * }</pre>
 *
 * <p>v starts at 0. Along a constant gradient the step tends to {@code eta |g| / (1 - gamma)}.
 *
 * @param learningRate eta, at least 0; 0.01 by default, as in Keras
 * @param gamma how much of the velocity stays, in [0, 1); 0.9 by default
 */
public record Momentum(Schedule learningRate, double gamma) implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-2;
  private static final double DEFAULT_GAMMA = 0.9;

  /** With every option at its default. */
  public Momentum() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public Momentum(double learningRate) {
    this(LearningRate.constant("momentum", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public Momentum(Schedule learningRate) {
    this(learningRate, DEFAULT_GAMMA);
  }

  /** Checks the numbers. */
  public Momentum {
    LearningRate.requirement("momentum", learningRate)
        .present("learningRate", learningRate)
        .share("gamma", gamma, "give the part of the velocity that stays, such as 0.9");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Momentum learningRate(double eta) {
    return learningRate(LearningRate.constant("momentum", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Momentum learningRate(Schedule eta) {
    return new Momentum(eta, gamma);
  }

  /** The same optimizer that keeps this part of the velocity. */
  public Momentum gamma(double kept) {
    return new Momentum(learningRate, kept);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.momentum(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("momentum", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(gamma != DEFAULT_GAMMA, "gamma", gamma)
        .toString();
  }
}
