package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Nadam: m and v as in Adam, and {@code w <- w - eta m^ / (sqrt(v^) + epsilon)} with {@code m^ =
 * mu_(t+1) m / (1 - mu_1 ... mu_(t+1)) + (1 - mu_t) g / (1 - mu_1 ... mu_t)}, where {@code mu_t} is
 * beta1 or, scheduled, {@code beta1 (1 - 0.96^t / 2)}.
 *
 * <p>DL4J's own does not correct v. Dozat, Incorporating Nesterov Momentum into Adam, 2016.
 */
public final class TextbookNadam extends Recurrence {

  private static final long serialVersionUID = 1L;

  /** From here on 0.96^t no longer changes the product. */
  private static final int LONGEST_WARM_UP = 1000;

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final boolean scheduled;

  /** With a constant rate. */
  public TextbookNadam(
      double learningRate, double beta1, double beta2, double epsilon, boolean scheduled) {
    this(learningRate, null, beta1, beta2, epsilon, scheduled);
  }

  @JsonCreator
  private TextbookNadam(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2,
      @JsonProperty("epsilon") double epsilon,
      @JsonProperty("scheduled") boolean scheduled) {
    super(learningRate, learningRateSchedule);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.scheduled = scheduled;
  }

  @Override
  List<String> parts() {
    return List.of("M", "V");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2, epsilon, scheduled);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    double root = Math.sqrt(sweep.gradient().weights(beta2, step));
    double kept = sweep.gradient().representable(beta1);
    double fromMean = momentum(kept, step + 1) / (1 - product(kept, step + 1));
    double fromGradient = (1 - momentum(kept, step)) / (1 - product(kept, step));
    while (sweep.next()) {
      N gradient = sweep.gradient();
      sweep.part(0).average(beta1, gradient);
      sweep.part(1).averageSquares(beta2, gradient);
      gradient.blend(fromGradient, fromMean, sweep.part(0));
      gradient.divideByRoot(rate * root, gradient, sweep.part(1), epsilon * root);
    }
  }

  private double momentum(double kept, int step) {
    return scheduled ? kept * warmUp(step) : kept;
  }

  /** Of the momenta up to this step. */
  private double product(double kept, int step) {
    double product = Math.pow(kept, step);
    for (int i = 1; scheduled && i <= Math.min(step, LONGEST_WARM_UP); i++) {
      product *= warmUp(i);
    }
    return product;
  }

  private static double warmUp(int step) {
    return 1 - 0.5 * Math.pow(0.96, step);
  }
}
