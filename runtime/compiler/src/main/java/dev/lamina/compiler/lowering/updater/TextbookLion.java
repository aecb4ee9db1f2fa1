package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Lion: {@code w <- w - eta sign(beta1 m + (1 - beta1) g)}, {@code m <- beta2 m + (1 - beta2) g}.
 *
 * <p>Chen et al., Symbolic Discovery of Optimization Algorithms, 2023.
 */
public final class TextbookLion extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double beta1;
  private final double beta2;

  /** With a constant rate. */
  public TextbookLion(double learningRate, double beta1, double beta2) {
    this(learningRate, null, beta1, beta2);
  }

  @JsonCreator
  private TextbookLion(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("beta1") double beta1,
      @JsonProperty("beta2") double beta2) {
    super(learningRate, learningRateSchedule);
    this.beta1 = beta1;
    this.beta2 = beta2;
  }

  @Override
  List<String> parts() {
    return List.of("M");
  }

  @Override
  List<Object> constants() {
    return List.of(beta1, beta2);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    while (sweep.next()) {
      N gradient = sweep.gradient();
      N direction = sweep.spare();
      direction.copy(sweep.part(0));
      direction.average(beta1, gradient);
      sweep.part(0).average(beta2, gradient);
      gradient.sign(rate, direction);
    }
  }
}
