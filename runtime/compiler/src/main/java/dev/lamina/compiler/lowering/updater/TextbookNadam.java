package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
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
  void update(INDArray gradient, List<INDArray> state, double rate, int step) {
    INDArray mean = state.get(0);
    INDArray squares = state.get(1);
    average(mean, beta1, gradient);
    average(squares, beta2, gradient.mul(gradient));
    double fromMean = momentum(step + 1) / (1 - product(step + 1));
    double fromGradient = (1 - momentum(step)) / (1 - product(step));
    gradient.muli(rate * fromGradient).addi(mean.mul(rate * fromMean));
    gradient.divi(root(squares.div(1 - Math.pow(beta2, step)), epsilon));
  }

  private double momentum(int step) {
    return scheduled ? beta1 * warmUp(step) : beta1;
  }

  /** Of the momenta up to this step. */
  private double product(int step) {
    double product = Math.pow(beta1, step);
    for (int i = 1; scheduled && i <= Math.min(step, LONGEST_WARM_UP); i++) {
      product *= warmUp(i);
    }
    return product;
  }

  private static double warmUp(int step) {
    return 1 - 0.5 * Math.pow(0.96, step);
  }
}
