package dev.lamina.dsl.optimizer;

/**
 * AMSGrad, Adam that never forgets its largest second moment (Reddi, Kale and Kumar 2018).
 *
 * <pre>{@code
 * m <- beta1 m + (1 - beta1) g
 * v <- beta2 v + (1 - beta2) g^2
 * u <- max(u, v)
 * w <- w - eta m / (sqrt(u) + epsilon)
 * }</pre>
 *
 * <p>m, v and u start at 0. As in the paper the moments are not corrected for that; Keras and
 * PyTorch correct m and u: {@link #biasCorrected}.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param beta1 how much of the mean of gradients stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the mean of squares stays, in [0, 1); 0.999 by default
 * @param epsilon what keeps the quotient finite, above 0; 1e-8 by default
 * @param isCorrected whether m and u are corrected for their start at 0; false by default
 */
public record AmsGrad(
    Schedule learningRate, double beta1, double beta2, double epsilon, boolean isCorrected)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 1e-8;

  /** With every option at its default. */
  public AmsGrad() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AmsGrad(double learningRate) {
    this(LearningRate.constant("amsGrad", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AmsGrad(Schedule learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON, false);
  }

  /** Checks the numbers. */
  public AmsGrad {
    LearningRate.requirement("amsGrad", learningRate)
        .present("learningRate", learningRate)
        .share("beta1", beta1, "give the part of the mean of gradients that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the mean of squares that stays, such as 0.999")
        .positive("epsilon", epsilon, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AmsGrad learningRate(double eta) {
    return learningRate(LearningRate.constant("amsGrad", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AmsGrad learningRate(Schedule eta) {
    return new AmsGrad(eta, beta1, beta2, epsilon, isCorrected);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public AmsGrad beta1(double kept) {
    return new AmsGrad(learningRate, kept, beta2, epsilon, isCorrected);
  }

  /** The same optimizer that keeps this part of the mean of squares. */
  public AmsGrad beta2(double kept) {
    return new AmsGrad(learningRate, beta1, kept, epsilon, isCorrected);
  }

  /** The same optimizer with this number added. */
  public AmsGrad epsilon(double added) {
    return new AmsGrad(learningRate, beta1, beta2, added, isCorrected);
  }

  /**
   * The same optimizer with {@code m / (1 - beta1^t)} for m and {@code u / (1 - beta2^t)} for u at
   * update t, counted from 1.
   */
  public AmsGrad biasCorrected() {
    return new AmsGrad(learningRate, beta1, beta2, epsilon, true);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.amsGrad(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("amsGrad", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .thenIf(isCorrected, "biasCorrected")
        .toString();
  }
}
