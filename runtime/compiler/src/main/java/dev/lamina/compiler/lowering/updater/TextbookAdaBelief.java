package dev.lamina.compiler.lowering.updater;

import java.util.List;
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
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    double root = Math.sqrt(sweep.gradient().weights(beta2, step));
    double corrected = rate * root / sweep.gradient().weights(beta1, step);
    while (sweep.next()) {
      N gradient = sweep.gradient();
      N mean = sweep.part(0);
      N variance = sweep.part(1);
      mean.average(beta1, gradient);
      gradient.blend(1, -1, mean);
      variance.averageSquares(beta2, gradient);
      variance.add(epsilon);
      gradient.divideByRoot(corrected, mean, variance, epsilon * root);
    }
  }
}
