package dev.lamina.compiler.lowering.updater;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam as its paper and the textbooks have it, with epsilon beside the bias-corrected root.
 *
 * <p>At step t = iteration + 1, for each parameter with gradient g: {@code m = beta1 m + (1 -
 * beta1) g}, {@code v = beta2 v + (1 - beta2) g^2}, and the parameter loses {@code rate * m^ /
 * (sqrt(v^) + epsilon)} with {@code m^ = m / (1 - beta1^t)} and {@code v^ = v / (1 - beta2^t)}.
 * DL4J's own Adam adds epsilon to the uncorrected root instead and takes a rate of 0 for epsilon;
 * here a rate of 0 leaves the parameters as they are. Kingma and Ba, <a
 * href="https://arxiv.org/abs/1412.6980">Adam: A Method for Stochastic Optimization</a>, 2015.
 */
public final class TextbookAdam implements IUpdater {

  private static final long serialVersionUID = 1L;

  private double learningRate;
  private ISchedule learningRateSchedule;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean epsilonHat;

  /**
   * Adam with a constant rate.
   *
   * @param learningRate the rate, zero or greater
   * @param beta1 the share of the mean of gradients that a step keeps, in [0, 1)
   * @param beta2 the share of the mean of squared gradients that a step keeps, in [0, 1)
   * @param epsilon what is added to the root, zero or greater
   * @throws IllegalArgumentException if a number is outside its range
   */
  public TextbookAdam(double learningRate, double beta1, double beta2, double epsilon) {
    this(requireRate(learningRate), null, beta1, beta2, epsilon, false);
  }

  /**
   * Adam with a rate that a schedule gives for each iteration and epoch.
   *
   * @param schedule the rate over time
   * @param beta1 the share of the mean of gradients that a step keeps, in [0, 1)
   * @param beta2 the share of the mean of squared gradients that a step keeps, in [0, 1)
   * @param epsilon what is added to the root, zero or greater
   * @throws IllegalArgumentException if a number is outside its range
   */
  public TextbookAdam(ISchedule schedule, double beta1, double beta2, double epsilon) {
    this(Double.NaN, Objects.requireNonNull(schedule, "schedule"), beta1, beta2, epsilon, false);
  }

  /** With a schedule the rate is NaN and without one the schedule null, as DL4J has them. */
  @JsonCreator
  private TextbookAdam(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2,
      @JsonProperty("epsilon") double epsilon,
      @JsonProperty("epsilonHat") boolean epsilonHat) {
    this.learningRate = learningRate;
    this.learningRateSchedule = learningRateSchedule;
    this.beta1 = requireShare("beta1", beta1);
    this.beta2 = requireShare("beta2", beta2);
    this.epsilon = requireEpsilon(epsilon);
    this.epsilonHat = epsilonHat;
  }

  /** The same with epsilon added to the uncorrected root: the paper's epsilon hat, Keras's form. */
  public TextbookAdam withEpsilonHat() {
    return new TextbookAdam(learningRate, learningRateSchedule, beta1, beta2, epsilon, true);
  }

  double beta1() {
    return beta1;
  }

  double beta2() {
    return beta2;
  }

  double epsilon() {
    return epsilon;
  }

  boolean hasEpsilonHat() {
    return epsilonHat;
  }

  @Override
  public long stateSize(long numParams) {
    return 2 * numParams;
  }

  @Override
  public GradientUpdater<TextbookAdam> instantiate(
      INDArray viewArray, boolean initializeViewArray) {
    TextbookAdamUpdater updater = new TextbookAdamUpdater(this);
    long[] gradientShape = {viewArray.length() / 2};
    updater.setStateViewArray(viewArray, gradientShape, viewArray.ordering(), initializeViewArray);
    return updater;
  }

  @Override
  public GradientUpdater<TextbookAdam> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    TextbookAdamUpdater updater = new TextbookAdamUpdater(this);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return learningRateSchedule == null
        ? learningRate
        : learningRateSchedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    this.learningRate = lr;
    this.learningRateSchedule = lrSchedule;
  }

  @Override
  public TextbookAdam clone() {
    return new TextbookAdam(learningRate, learningRateSchedule, beta1, beta2, epsilon, epsilonHat);
  }

  /** NaN equals NaN here: with a schedule the rate is NaN, and DL4J groups layers by equality. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TextbookAdam that
        && Double.compare(learningRate, that.learningRate) == 0
        && Objects.equals(learningRateSchedule, that.learningRateSchedule)
        && Double.compare(beta1, that.beta1) == 0
        && Double.compare(beta2, that.beta2) == 0
        && Double.compare(epsilon, that.epsilon) == 0
        && epsilonHat == that.epsilonHat;
  }

  @Override
  public int hashCode() {
    return Objects.hash(learningRate, learningRateSchedule, beta1, beta2, epsilon, epsilonHat);
  }

  @Override
  public String toString() {
    Object rate = learningRateSchedule == null ? learningRate : learningRateSchedule;
    return "TextbookAdam(learningRate=%s, beta1=%s, beta2=%s, epsilon%s=%s)"
        .formatted(rate, beta1, beta2, epsilonHat ? "Hat" : "", epsilon);
  }

  private static double requireRate(double rate) {
    return require(
        "learningRate", "finite and zero or greater", rate, rate >= 0 && Double.isFinite(rate));
  }

  private static double requireShare(String name, double share) {
    return require(name, "in [0, 1)", share, share >= 0 && share < 1);
  }

  private static double requireEpsilon(double epsilon) {
    return require(
        "epsilon", "finite and zero or greater", epsilon, epsilon >= 0 && Double.isFinite(epsilon));
  }

  private static double require(String name, String range, double value, boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(
          "TextbookAdam expects `%s` to be %s, but got %s. Fix: give a number in that range."
              .formatted(name, range, value));
    }
    return value;
  }
}
