package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AdaBelief: m as in Adam, {@code s <- beta2 s + (1 - beta2) (g - m)^2 + epsilon}, {@code w <- w -
 * eta m^ / (sqrt(s^) + epsilon)} with {@code m^ = m / (1 - beta1^t)} and {@code s^ = s / (1 -
 * beta2^t)}.
 *
 * <p>DL4J's own cannot be instantiated. Zhuang et al., AdaBelief Optimizer, 2020.
 */
public final class TextbookAdaBelief extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double beta1;
  private final double beta2;
  private final double epsilon;

  /** With a constant rate. */
  public TextbookAdaBelief(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, null, beta1, beta2, epsilon);
  }

  @JsonCreator
  private TextbookAdaBelief(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2,
      @JsonProperty("epsilon") double epsilon) {
    super(learningRate, learningRateSchedule);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  @Override
  List<String> parts() {
    return List.of("M", "S");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2, epsilon);
  }

  @Override
  void update(INDArray gradient, List<INDArray> state, double rate, int step) {
    INDArray mean = state.get(0);
    INDArray variance = state.get(1);
    average(mean, beta1, gradient);
    INDArray surprise = gradient.sub(mean);
    average(variance, beta2, surprise.muli(surprise));
    variance.addi(epsilon);
    gradient.assign(mean).muli(rate / (1 - Math.pow(beta1, step)));
    gradient.divi(root(variance.div(1 - Math.pow(beta2, step)), epsilon));
  }
}
