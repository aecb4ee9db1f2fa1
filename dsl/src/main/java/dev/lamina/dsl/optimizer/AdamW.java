package dev.lamina.dsl.optimizer;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2017).
 *
 * <pre>{@code
 * w <- w - eta lambda w - eta m^ / (sqrt(v^) + epsilon)
 * }</pre>
 *
 * <p>m^ and v^ are those of {@link Adam}. Only the kernels of layers decay, unless {@link
 * #decayBiases} is said; batch normalization never does, a layer may have a decay of its own, and
 * the reported loss has no penalty. Keras decays every parameter unless told otherwise, and adds
 * epsilon to the uncorrected root: {@link #epsilonHat}.
 *
 * @param learningRate eta, at least 0; 0.001 by default, as in Keras
 * @param weightDecay lambda, at least 0; 0.004 by default, as in Keras
 * @param beta1 how much of the mean of gradients stays, in [0, 1); 0.9 by default
 * @param beta2 how much of the mean of squares stays, in [0, 1); 0.999 by default
 * @param epsilon what keeps the quotient finite, above 0; 1e-8 by default
 * @param hasEpsilonHat whether epsilon is added to the uncorrected root; false by default
 * @param decaysBiases whether biases decay as kernels do; false by default
 */
public record AdamW(
    Schedule learningRate,
    double weightDecay,
    double beta1,
    double beta2,
    double epsilon,
    boolean hasEpsilonHat,
    boolean decaysBiases)
    implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-3;
  private static final double DEFAULT_WEIGHT_DECAY = 4e-3;
  private static final double DEFAULT_BETA1 = 0.9;
  private static final double DEFAULT_BETA2 = 0.999;
  private static final double DEFAULT_EPSILON = 1e-8;

  /** With every option at its default. */
  public AdamW() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate, and every other option at its default. */
  public AdamW(double learningRate) {
    this(LearningRate.constant("adamW", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** With this learning rate over time, and every other option at its default. */
  public AdamW(Schedule learningRate) {
    this(
        learningRate,
        DEFAULT_WEIGHT_DECAY,
        DEFAULT_BETA1,
        DEFAULT_BETA2,
        DEFAULT_EPSILON,
        false,
        false);
  }

  /** Checks the numbers. */
  public AdamW {
    LearningRate.requirement("adamW", learningRate)
        .present("learningRate", learningRate)
        .notNegative(
            "weightDecay",
            weightDecay,
            "give the share that decays at a learning rate of 1, such as 0.004")
        .share("beta1", beta1, "give the part of the mean of gradients that stays, such as 0.9")
        .share("beta2", beta2, "give the part of the mean of squares that stays, such as 0.999")
        .positive("epsilon", epsilon, "give a small number, such as 1e-8");
  }

  /** The same optimizer with this learning rate. */
  @Override
  public AdamW learningRate(double eta) {
    return learningRate(LearningRate.constant("adamW", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public AdamW learningRate(Schedule eta) {
    return new AdamW(eta, weightDecay, beta1, beta2, epsilon, hasEpsilonHat, decaysBiases);
  }

  /** The same optimizer with this decay of weights. */
  public AdamW weightDecay(double lambda) {
    return new AdamW(learningRate, lambda, beta1, beta2, epsilon, hasEpsilonHat, decaysBiases);
  }

  /** The same optimizer that keeps this part of the mean of gradients. */
  public AdamW beta1(double kept) {
    return new AdamW(learningRate, weightDecay, kept, beta2, epsilon, hasEpsilonHat, decaysBiases);
  }

  /** The same optimizer that keeps this part of the mean of squares. */
  public AdamW beta2(double kept) {
    return new AdamW(learningRate, weightDecay, beta1, kept, epsilon, hasEpsilonHat, decaysBiases);
  }

  /** The same optimizer with this number added. */
  public AdamW epsilon(double added) {
    return new AdamW(learningRate, weightDecay, beta1, beta2, added, hasEpsilonHat, decaysBiases);
  }

  /**
   * The same optimizer that divides by {@code sqrt(v) + epsilon} before it corrects both moments,
   * the form at the end of section 2 of the paper on Adam, which Keras has.
   */
  public AdamW epsilonHat() {
    return new AdamW(learningRate, weightDecay, beta1, beta2, epsilon, true, decaysBiases);
  }

  /** The same optimizer that lets biases decay, too, as Keras does. */
  public AdamW decayBiases() {
    return new AdamW(learningRate, weightDecay, beta1, beta2, epsilon, hasEpsilonHat, true);
  }

  @Override
  public double biasWeightDecay() {
    return decaysBiases ? weightDecay : 0;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.adamW(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("adamW", learningRate, DEFAULT_LEARNING_RATE)
        .thenIf(weightDecay != DEFAULT_WEIGHT_DECAY, "weightDecay", weightDecay)
        .thenIf(beta1 != DEFAULT_BETA1, "beta1", beta1)
        .thenIf(beta2 != DEFAULT_BETA2, "beta2", beta2)
        .thenIf(epsilon != DEFAULT_EPSILON, "epsilon", epsilon)
        .thenIf(hasEpsilonHat, "epsilonHat")
        .thenIf(decaysBiases, "decayBiases")
        .toString();
  }
}
