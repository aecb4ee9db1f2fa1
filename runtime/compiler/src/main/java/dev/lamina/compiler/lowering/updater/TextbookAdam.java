package dev.lamina.compiler.lowering.updater;

import java.util.List;
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
 * <p>Where Java does not reach the numbers, ND4J's native op does it in one pass, but it corrects
 * the bias in the arrays' own precision, adds epsilon to the uncorrected root, and takes epsilon
 * for a rate of 0. So its correction is switched off, by an iteration at which the powers of beta
 * are 0, and the textbook's is written in its arguments: {@code rate m^ / (sqrt(v^) + epsilon)} is
 * {@code rate c m / (sqrt(v) + epsilon sqrt(1 - beta2^t))} with {@code c = sqrt(1 - beta2^t) / (1 -
 * beta1^t)}.
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

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    double root = Math.sqrt(sweep.gradient().weights(beta2, step));
    double corrected = rate * root / sweep.gradient().weights(beta1, step);
    double added = epsilonHat ? epsilon : epsilon * root;
    while (sweep.next()) {
      N gradient = sweep.gradient();
      sweep.part(0).average(beta1, gradient);
      sweep.part(1).averageSquares(beta2, gradient);
      gradient.divideByRoot(corrected, sweep.part(0), sweep.part(1), added);
    }
  }

  /** By the operation. */
  @Override
  Motion elsewhere(INDArray gradient, List<INDArray> state) {
    return (rate, step) -> operate(gradient, state.get(0), state.get(1), rate, step);
  }

  private void operate(INDArray gradient, INDArray mean, INDArray squares, double rate, int step) {
    WholeArray numbers = new WholeArray(gradient);
    double kept1 = numbers.representable(beta1);
    double kept2 = numbers.representable(beta2);
    double root = Math.sqrt(numbers.weights(beta2, step));
    double corrected = rate * root / numbers.weights(beta1, step);
    // Below the smallest, an argument may reach the op as 0, for which it has a meaning of its own.
    double smallest = numbers.smallest();
    double added = Math.max(epsilonHat ? epsilon : epsilon * root, smallest);
    boolean still = corrected < smallest;
    double given = still ? 1 : corrected;
    Nd4j.exec(new AdamUpdater(gradient, squares, mean, given, kept1, kept2, added, ENDLESS));
    if (still) {
      gradient.muli(0);
    }
  }
}
