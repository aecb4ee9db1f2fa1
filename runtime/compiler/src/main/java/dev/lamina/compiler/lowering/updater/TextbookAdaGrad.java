package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * AdaGrad: {@code r <- r + g^2}, {@code w <- w - eta g / (sqrt(r) + delta)}, or with delta under
 * the root.
 *
 * <p>DL4J's own starts r at 1e-6 and loses its schedule when saved. Duchi, Hazan and Singer,
 * Adaptive Subgradient Methods, 2011.
 */
public final class TextbookAdaGrad extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double initialAccumulator;
  private final double delta;
  private final boolean insideRoot;

  /** With a constant rate. */
  public TextbookAdaGrad(
      double learningRate, double initialAccumulator, double delta, boolean insideRoot) {
    this(learningRate, null, initialAccumulator, delta, insideRoot);
  }

  @JsonCreator
  private TextbookAdaGrad(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("initialAccumulator") double initialAccumulator,
      @JsonProperty("delta") double delta,
      @JsonProperty("insideRoot") boolean insideRoot) {
    super(learningRate, learningRateSchedule);
    this.initialAccumulator = initialAccumulator;
    this.delta = delta;
    this.insideRoot = insideRoot;
  }

  @Override
  List<String> parts() {
    return List.of("R");
  }

  @Override
  List<Object> constants() {
    return List.of(initialAccumulator, delta, insideRoot);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    while (sweep.next()) {
      N gradient = sweep.gradient();
      N sum = sweep.part(0);
      sum.blendSquares(1, 1, gradient);
      if (insideRoot) {
        gradient.divideByRootOfSum(rate, gradient, sum, delta);
      } else {
        gradient.divideByRoot(rate, gradient, sum, delta);
      }
    }
  }

  @Override
  double start() {
    return initialAccumulator;
  }
}
