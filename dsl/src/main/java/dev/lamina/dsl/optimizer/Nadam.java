package dev.lamina.dsl.optimizer;

/**
 * Adam with Nesterov's momentum (Dozat 2016).
 *
 * <pre>{@code
 * m  <- beta1 m + (1 - beta1) g
 * v  <- beta2 v + (1 - beta2) g^2
 * m^ = beta1 m / (1 - beta1^(t+1)) + (1 - beta1) g / (1 - beta1^t)
 * v^ = v / (1 - beta2^t)
 * w <- w - eta m^ / (sqrt(v^) + epsilon)
 * }</pre>
 *
 * <p>m and v start at 0; t counts the updates from 1. The paper's momentum schedule, which Keras
 * always follows, is an option: {@link #momentumSchedule}.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param beta1 how much of the mean of gradients stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the mean of squares stays, in [0, 1); 0.999 by default
 * @param epsilon what keeps the quotient finite, above 0; 1e-8 by default
 * @param hasMomentumSchedule whether the momentum warms up; false by default
 */
public record Nadam(
    Schedule learningRate, double beta1, double beta2, double epsilon, boolean hasMomentumSchedule)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 1e-8;

  /** With every option at its default. */
  public Nadam() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public Nadam(double learningRate) {
    this(LearningRate.constant("nadam", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public Nadam(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON, false);
  }

  /** Checks the numbers. */
  public Nadam {
    LearningRate.requirement("nadam", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the mean of gradients that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the mean of squares that stays, such as 0.999")
        .positive("epsilon", epsilon, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Nadam learningRate(double eta) {
    return learningRate(LearningRate.constant("nadam", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Nadam learningRate(Schedule eta) {
    return new Nadam(eta, beta1, beta2, epsilon, hasMomentumSchedule);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public Nadam beta1(double kept) {
    return new Nadam(learningRate, kept, beta2, epsilon, hasMomentumSchedule);
  }

  /** The same optimizer that keeps this part of the mean of squares. */
  public Nadam beta2(double kept) {
    return new Nadam(learningRate, beta1, kept, epsilon, hasMomentumSchedule);
  }

  /** The same optimizer with this number added. */
  public Nadam epsilon(double added) {
    return new Nadam(learningRate, beta1, beta2, added, hasMomentumSchedule);
  }

  /**
   * The same optimizer whose momentum at update t is {@code mu_t = beta1 (1 - 0.96^t / 2)}: in m^,
   * mu_t and mu_(t+1) stand for beta1 and products of them for its powers.
   */
  public Nadam momentumSchedule() {
    return new Nadam(learningRate, beta1, beta2, epsilon, true);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.nadam(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("nadam", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .thenIf(hasMomentumSchedule, "momentumSchedule")
        .toString();
  }
}
