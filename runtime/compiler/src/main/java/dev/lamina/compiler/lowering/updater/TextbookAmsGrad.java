package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AMSGrad: {@code m} and {@code v} as in Adam, {@code u <- max(u, v)}, {@code w <- w - eta m /
 * (sqrt(u) + epsilon)}; corrected, {@code m / (1 - beta1^t)} stands for m and {@code u / (1 -
 * beta2^t)} for u.
 *
 * <p>DL4J's own corrects before it adds epsilon and takes a rate of 0 for epsilon. Reddi, Kale and
 * Kumar, On the Convergence of Adam and Beyond, 2018.
 */
public final class TextbookAmsGrad extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean corrected;

  /** With a constant rate. */
  public TextbookAmsGrad(
      double learningRate, double beta1, double beta2, double epsilon, boolean corrected) {
    this(learningRate, null, beta1, beta2, epsilon, corrected);
  }

  @JsonCreator
  private TextbookAmsGrad(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2,
      @JsonProperty("epsilon") double epsilon,
      @JsonProperty("corrected") boolean corrected) {
    super(learningRate, learningRateSchedule);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.corrected = corrected;
  }

  @Override
  List<String> parts() {
    return List.of("M", "V", "U");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2, epsilon, corrected);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    double root = corrected ? Math.sqrt(sweep.gradient().weights(beta2, step)) : 1;
    double weights = corrected ? sweep.gradient().weights(beta1, step) : 1;
    while (sweep.next()) {
      N gradient = sweep.gradient();
      N largest = sweep.part(2);
      sweep.part(0).average(beta1, gradient);
      sweep.part(1).averageSquares(beta2, gradient);
      largest.keepLargest(1, sweep.part(1));
      gradient.divideByRoot(rate * root / weights, sweep.part(0), largest, epsilon * root);
    }
  }
}
