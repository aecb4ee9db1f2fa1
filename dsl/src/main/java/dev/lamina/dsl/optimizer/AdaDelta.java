package dev.lamina.dsl.optimizer;

/**
 * AdaDelta, steps in the unit of the weights (Zeiler 2012).
 *
 * <pre>{@code
 * r <- rho r + (1 - rho) g^2
 * d  = sqrt(s + epsilon) / sqrt(r + epsilon) g
 * s <- rho s + (1 - rho) d^2
 * w <- w - eta d
 * }</pre>
 *
 * <p>r and s start at 0. The paper has no learning rate, hence 1, as in PyTorch; Keras has 0.001
 * and an epsilon of 1e-7.
 *
 * @param learningRate eta, at least 0; 1 by default
 * @param rho how much of the means of squares stays, in [0, 1); 0.95 by default, as in the
 *     experiments of the paper
 * @param epsilon what starts the steps and keeps the quotient finite, above 0; 1e-6 by default, as
 *     in the paper
 */
public record AdaDelta(Schedule learningRate, double rho, double epsilon) implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1.0;
  private static final double DEFAULT_RHO = 0.95;
  private static final double DEFAULT_EPSILON = 1e-6;

  /** With every option at its default. */
  public AdaDelta() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AdaDelta(double learningRate) {
    this(LearningRate.constant("adaDelta", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AdaDelta(Schedule learningRate) {
    this(learningRate, DEFAULT_RHO, DEFAULT_EPSILON);
  }

  /** Checks the numbers. */
  public AdaDelta {
    LearningRate.requirement("adaDelta", learningRate)
        .present("learningRate", learningRate)
        .share("rho", rho, "give the part of the means of squares that stays, such as 0.95")
        .positive("epsilon", epsilon, "give a small number, such as 1e-6");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AdaDelta learningRate(double eta) {
    return learningRate(LearningRate.constant("adaDelta", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AdaDelta learningRate(Schedule eta) {
    return new AdaDelta(eta, rho, epsilon);
  }

  /** The same optimizer that keeps this part of the means of squares. */
  public AdaDelta rho(double kept) {
    return new AdaDelta(learningRate, kept, epsilon);
  }

  /** The same optimizer with this number added. */
  public AdaDelta epsilon(double added) {
    return new AdaDelta(learningRate, rho, added);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adaDelta(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adaDelta", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(rho != DEFAULT_RHO, "rho", rho)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .toString();
  }
}
