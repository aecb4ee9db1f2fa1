package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gradient descent with momentum: {@code v <- gamma v + eta g}, {@code w <- w - v}.
 *
 * <p>DL4J has only Nesterov's. Polyak, Some methods of speeding up the convergence of iteration
 * methods, 1964.
 */
public final class PolyakMomentum extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double gamma;

  /** With a constant rate. */
  public PolyakMomentum(double learningRate, double gamma) {
    this(learningRate, null, gamma);
  }

  @JsonCreator
  private PolyakMomentum(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("gamma") double gamma) {
    super(learningRate, learningRateSchedule);
    this.gamma = gamma;
  }

  @Override
  List<String> parts() {
    return List.of("V");
  }

  @Override
  List<Object> constants() {
    return List.of(gamma);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    while (sweep.next()) {
      sweep.part(0).blend(gamma, rate, sweep.gradient());
      sweep.gradient().copy(sweep.part(0));
    }
  }
}
