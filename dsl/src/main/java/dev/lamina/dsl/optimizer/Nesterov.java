package dev.lamina.dsl.optimizer;

/**
 * Nesterov's accelerated gradient (Nesterov 1983), in the form of Sutskever et al. 2013 that takes
 * the gradient at the weights that are stored.
 *
 * <pre>{@code
 * v <- gamma v + eta g
 * w <- w - (gamma v + eta g)
 * }</pre>
 *
 * <p>v starts at 0.
 *
 * @param learningRate eta, at least 0; 0.01 by default, as in Keras
 * @param gamma how much of the velocity stays, in [0, 1); 0.9 by default
 */
public record Nesterov(Schedule learningRate, double gamma) implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-2;
  private static final double DEFAULT_GAMMA = 0.9;

  /** With every option at its default. */
  public Nesterov() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public Nesterov(double learningRate) {
    this(LearningRate.constant("nesterov", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public Nesterov(Schedule learningRate) {
    this(learningRate, DEFAULT_GAMMA);
  }

  /** Checks the numbers. */
  public Nesterov {
    LearningRate.requirement("nesterov", learningRate)
        .present("learningRate", learningRate)
        .share("gamma", gamma, "give the part of the velocity that stays, such as 0.9");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Nesterov learningRate(double eta) {
    return learningRate(LearningRate.constant("nesterov", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Nesterov learningRate(Schedule eta) {
    return new Nesterov(eta, gamma);
  }

  /** The same optimizer that keeps this part of the velocity. */
  public Nesterov gamma(double kept) {
    return new Nesterov(learningRate, kept);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.nesterov(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("nesterov", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(gamma != DEFAULT_GAMMA, "gamma", gamma)
        .toString();
  }
}
