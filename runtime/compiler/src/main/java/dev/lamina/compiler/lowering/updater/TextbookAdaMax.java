package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AdaMax: {@code m <- beta1 m + (1 - beta1) g}, {@code u <- max(beta2 u, |g|)}, {@code w <- w - eta
 * / (1 - beta1^t) m / (u + epsilon)}.
 *
 * <p>DL4J's own ignores epsilon and takes a rate of 0 for it. Kingma and Ba, Adam, 2014, section
 * 7.1.
 */
public final class TextbookAdaMax extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double beta1;
  private final double beta2;
  private final double epsilon;

  /** With a constant rate. */
  public TextbookAdaMax(double learningRate, double beta1, double beta2, double epsilon) {
    this(learningRate, null, beta1, beta2, epsilon);
  }

  @JsonCreator
  private TextbookAdaMax(
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
    return List.of("M", "U");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2, epsilon);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    double corrected = rate / sweep.gradient().weights(beta1, step);
    while (sweep.next()) {
      N gradient = sweep.gradient();
      sweep.part(0).average(beta1, gradient);
      sweep.part(1).keepLargest(beta2, gradient);
      gradient.divide(corrected, sweep.part(0), sweep.part(1), epsilon);
    }
  }
}
