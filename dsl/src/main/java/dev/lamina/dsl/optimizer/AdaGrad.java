package dev.lamina.dsl.optimizer;

/**
 * AdaGrad, adaptive gradients (Duchi, Hazan and Singer 2011).
 *
 * <pre>{@code
 * r <- r + g^2
 * w <- w - eta g / (sqrt(r) + delta)
 * }</pre>
 *
 * <p>The rate of a weight shrinks with every gradient it sees and without end. Keras differs: a
 * learning rate of 0.001, an initial r of 0.1 and a delta of 1e-7 under the root, which is {@code
 * adaGrad(0.001).initialAccumulator(0.1).delta(1e-7).deltaInsideRoot()}.
 *
 * @param learningRate eta, at least 0; 0.01 by default, as in PyTorch: the paper tunes it to the
 *     problem
 * @param initialAccumulator what r starts at, at least 0; 0 by default
 * @param delta what keeps the quotient finite, above 0; 1e-8 by default
 * @param isInsideRoot whether delta is added to r itself, under the root; false by default
 */
public record AdaGrad(
    Schedule learningRate, double initialAccumulator, double delta, boolean isInsideRoot)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-2;
  private static final double DEFAULT_INITIAL_ACCUMULATOR = 0.0;
  private static final double DEFAULT_DELTA = 1e-8;

  /** With every option at its default. */
  public AdaGrad() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AdaGrad(double learningRate) {
    this(LearningRate.constant("adaGrad", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AdaGrad(Schedule learningRate) {
    this(learningRate, DEFAULT_INITIAL_ACCUMULATOR, DEFAULT_DELTA, false);
  }

  /** Checks the numbers. */
  public AdaGrad {
    LearningRate.requirement("adaGrad", learningRate)
        .present("learningRate", learningRate)
        .notNegative("initialAccumulator", initialAccumulator, "give what r starts at, such as 0.1")
        .positive("delta", delta, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AdaGrad learningRate(double eta) {
    return learningRate(LearningRate.constant("adaGrad", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AdaGrad learningRate(Schedule eta) {
    return new AdaGrad(eta, initialAccumulator, delta, isInsideRoot);
  }

  /** The same optimizer whose r starts at this number. */
  public AdaGrad initialAccumulator(double start) {
    return new AdaGrad(learningRate, start, delta, isInsideRoot);
  }

  /** The same optimizer with this number added. */
  public AdaGrad delta(double added) {
    return new AdaGrad(learningRate, initialAccumulator, added, isInsideRoot);
  }

  /** The same optimizer that divides by {@code sqrt(r + delta)}, as Keras does. */
  public AdaGrad deltaInsideRoot() {
    return new AdaGrad(learningRate, initialAccumulator, delta, true);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adaGrad(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adaGrad", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(
            initialAccumulator != DEFAULT_INITIAL_ACCUMULATOR,
            "initialAccumulator",
            initialAccumulator)
        .thenIf(delta != DEFAULT_DELTA, "delta", delta)
        .thenIf(isInsideRoot, "deltaInsideRoot")
        .toString();
  }
}
