package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AdaDelta: {@code r <- rho r + (1 - rho) g^2}, {@code d = sqrt(s + epsilon) / sqrt(r + epsilon)
 * g}, {@code s <- rho s + (1 - rho) d^2}, {@code w <- w - eta d}.
 *
 * <p>DL4J's own has no learning rate. Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012.
 */
public final class TextbookAdaDelta extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double rho;
  private final double epsilon;

  /** With a constant rate. */
  public TextbookAdaDelta(double learningRate, double rho, double epsilon) {
    this(learningRate, null, rho, epsilon);
  }

  @JsonCreator
  private TextbookAdaDelta(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("rho") double rho,
      @JsonProperty("epsilon") double epsilon) {
    super(learningRate, learningRateSchedule);
    this.rho = rho;
    this.epsilon = epsilon;
  }

  @Override
  List<String> parts() {
    return List.of("R", "S");
  }

  @Override
  List<Object> constants() {
    return List.of(rho, epsilon);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    while (sweep.next()) {
      N gradient = sweep.gradient();
      sweep.part(0).averageSquares(rho, gradient);
      gradient.multiplyByRootOfSum(sweep.part(1), epsilon);
      gradient.divideByRootOfSum(1, gradient, sweep.part(0), epsilon);
      sweep.part(1).averageSquares(rho, gradient);
      gradient.scale(rate);
    }
  }
}
