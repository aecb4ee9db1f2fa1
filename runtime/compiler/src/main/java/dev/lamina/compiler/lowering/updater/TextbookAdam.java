package dev.lamina.compiler.lowering.updater;

import dev.lamina.compiler.lowering.call.HostArray;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Adam as its paper and the textbooks have it, with epsilon beside the bias-corrected root.
 *
 * <p>At step t = iteration + 1, for each parameter with gradient g: {@code m = beta1 m + (1 -
 * beta1) g}, {@code v = beta2 v + (1 - beta2) g^2}, and the parameter loses {@code rate * m^ /
 * (sqrt(v^) + epsilon)} with {@code m^ = m / (1 - beta1^t)} and {@code v^ = v / (1 - beta2^t)}, or
 * with epsilon hat, added to the uncorrected root. DL4J's own Adam has epsilon hat only and takes a
 * rate of 0 for epsilon; here a rate of 0 leaves the parameters as they are. Kingma and Ba, <a
 * href="https://arxiv.org/abs/1412.6980">Adam: A Method for Stochastic Optimization</a>, 2015.
 *
 * <p>In the memory of the host Java does it: {@link AdamLoop}. Elsewhere ND4J's native op does, in
 * one pass, but it corrects the bias in the arrays' own precision, adds epsilon to the uncorrected
 * root, and takes epsilon for a rate of 0. So its correction is switched off, by an iteration at
 * which the powers of beta are 0, and the textbook's is written in its arguments: {@code rate m^ /
 * (sqrt(v^) + epsilon)} is {@code rate c m / (sqrt(v) + epsilon sqrt(1 - beta2^t))} with {@code c =
 * sqrt(1 - beta2^t) / (1 - beta1^t)}.
 */
public final class TextbookAdam extends Recurrence {

  private static final long serialVersionUID = 1L;

  /** The op raises beta to one more than this, which for every usual beta gives 0. */
  private static final int ENDLESS = Integer.MAX_VALUE;

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean epsilonHat;

  /** With a constant rate. */
  public TextbookAdam(
      double learningRate, double beta1, double beta2, double epsilon, boolean epsilonHat) {
    this(learningRate, null, beta1, beta2, epsilon, epsilonHat);
  }

  @JsonCreator
  private TextbookAdam(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2,
      @JsonProperty("epsilon") double epsilon,
      @JsonProperty("epsilonHat") boolean epsilonHat) {
    super(learningRate, learningRateSchedule);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.epsilonHat = epsilonHat;
  }

  @Override
  List<String> parts() {
    return List.of("M", "V");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2, epsilon, epsilonHat);
  }

  /** Without the operation, whose arguments need all that care. */
  @Override
  Motion on(INDArray gradient, List<INDArray> state) {
    if (!isOnHost(gradient) || !state.stream().allMatch(TextbookAdam::isOnHost)) {
      return super.on(gradient, state);
    }
    AdamLoop loop = AdamLoop.of(gradient, state.get(0), state.get(1));
    double kept1 = representable(beta1, gradient);
    double kept2 = representable(beta2, gradient);
    double smallest = smallest(gradient);
    return (rate, step) -> {
      double root = Math.sqrt(1 - Math.pow(kept2, step));
      double added = Math.max(epsilonHat ? epsilon : epsilon * root, smallest);
      loop.step(kept1, kept2, rate * root / (1 - Math.pow(kept1, step)), added);
    };
  }

  private static boolean isOnHost(INDArray array) {
    return Nd4j.getEnvironment().isCPU()
        && array.elementWiseStride() == 1
        && HostArray.isReachable(array);
  }

  @Override
  void update(INDArray gradient, List<INDArray> state, double rate, int step) {
    INDArray mean = state.get(0);
    INDArray squares = state.get(1);
    double kept1 = representable(beta1, mean);
    double kept2 = representable(beta2, mean);
    double root = Math.sqrt(1 - Math.pow(kept2, step));
    double corrected = rate * root / (1 - Math.pow(kept1, step));
    // Below the smallest, an argument may reach the op as 0, for which it has a meaning of its own.
    double smallest = smallest(mean);
    double added = Math.max(epsilonHat ? epsilon : epsilon * root, smallest);
    boolean still = corrected < smallest;
    double given = still ? 1 : corrected;
    Nd4j.exec(new AdamUpdater(gradient, squares, mean, given, kept1, kept2, added, ENDLESS));
    if (still) {
      gradient.muli(0);
    }
  }

  /** The beta of the arrays' precision: corrections must use the same, or the two do not cancel. */
  private static double representable(double beta, INDArray array) {
    return array.dataType() == DataType.DOUBLE ? beta : Math.min((float) beta, Math.nextDown(1.0f));
  }
}
