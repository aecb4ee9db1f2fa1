package dev.lamina.dsl.optimizer;

/**
 * RMSProp, root mean square propagation (Hinton 2012).
 *
 * <pre>{@code
 * r <- rho r + (1 - rho) g^2
 * w <- w - eta g / (sqrt(r) + delta)
 * }</pre>
 *
 * <p>r starts at 0. Centered (Graves 2013), {@code r - a^2} stands for r, the variance of the
 * gradient in place of its square, with {@code a <- rho a + (1 - rho) g}; along a constant gradient
 * it tends to 0, and the step to {@code eta g / delta}. Keras has 1e-7 under the root, which is
 * {@code rmsProp().delta(1e-7).deltaInsideRoot()}.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param rho how much of the mean of squares stays, in [0, 1); 0.9 by default
 * @param delta what keeps the quotient finite, above 0; 1e-8 by default
 * @param isCentered whether the variance of the gradient stands for its square; false by default
 * @param isInsideRoot whether delta is added to r itself, under the root; false by default
 */
public record RmsProp(
    Schedule learningRate, double rho, double delta, boolean isCentered, boolean isInsideRoot)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_RHO = 0.9;
  private static final double DEFAULT_DELTA = 1e-8;

  /** With every option at its default. */
  public RmsProp() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public RmsProp(double learningRate) {
    this(LearningRate.constant("rmsProp", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public RmsProp(Schedule learningRate) {
    this(learningRate, DEFAULT_RHO, DEFAULT_DELTA, false, false);
  }

  /** Checks the numbers. */
  public RmsProp {
    LearningRate.requirement("rmsProp", learningRate)
        .present("learningRate", learningRate)
        .share("rho", rho, "give the part of the mean of squares that stays, such as 0.9")
        .positive("delta", delta, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public RmsProp learningRate(double eta) {
    return learningRate(LearningRate.constant("rmsProp", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public RmsProp learningRate(Schedule eta) {
    return new RmsProp(eta, rho, delta, isCentered, isInsideRoot);
  }

  /** The same optimizer that keeps this part of the mean of squares. */
  public RmsProp rho(double kept) {
    return new RmsProp(learningRate, kept, delta, isCentered, isInsideRoot);
  }

  /** The same optimizer with this number added. */
  public RmsProp delta(double added) {
    return new RmsProp(learningRate, rho, added, isCentered, isInsideRoot);
  }

  /** The same optimizer that divides by the deviation of the gradient from its mean. */
  public RmsProp centered() {
    return new RmsProp(learningRate, rho, delta, true, isInsideRoot);
  }

  /** The same optimizer that divides by {@code sqrt(r + delta)}, as Keras does. */
  public RmsProp deltaInsideRoot() {
    return new RmsProp(learningRate, rho, delta, isCentered, true);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.rmsProp(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("rmsProp", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(rho != DEFAULT_RHO, "rho", rho)
        .thenIf(delta != DEFAULT_DELTA, "delta", delta)
        .thenIf(isCentered, "centered")
        .thenIf(isInsideRoot, "deltaInsideRoot")
        .toString();
  }
}
