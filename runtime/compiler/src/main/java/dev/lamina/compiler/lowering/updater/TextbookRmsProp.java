package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * RMSProp: {@code r <- rho r + (1 - rho) g^2}, {@code w <- w - eta g / (sqrt(r) + delta)}, or with
 * delta under the root; centered, {@code r - a^2} stands for r, with {@code a <- rho a + (1 - rho)
 * g}.
 *
 * <p>DL4J's own starts r at epsilon. Hinton, Neural Networks for Machine Learning, lecture 6e,
 * 2012; Graves, Generating Sequences with Recurrent Neural Networks, 2013.
 */
public final class TextbookRmsProp extends Recurrence {

  private static final long serialVersionUID = 1L;

  private final double rho;
  private final double delta;
  private final boolean centered;
  private final boolean insideRoot;

  /** With a constant rate. */
  public TextbookRmsProp(
      double learningRate, double rho, double delta, boolean centered, boolean insideRoot) {
    this(learningRate, null, rho, delta, centered, insideRoot);
  }

  @JsonCreator
  private TextbookRmsProp(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("learningRateSchedule") ISchedule learningRateSchedule,
      @JsonProperty("rho") double rho,
      @JsonProperty("delta") double delta,
      @JsonProperty("centered") boolean centered,
      @JsonProperty("insideRoot") boolean insideRoot) {
    super(learningRate, learningRateSchedule);
    this.rho = rho;
    this.delta = delta;
    this.centered = centered;
    this.insideRoot = insideRoot;
  }

  @Override
  List<String> parts() {
    return centered ? List.of("R", "A") : List.of("R");
  }

  @Override
  List<Object> constants() {
    return List.of(rho, delta, centered, insideRoot);
  }

  @Override
  <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step) {
    while (sweep.next()) {
      N gradient = sweep.gradient();
      sweep.part(0).averageSquares(rho, gradient);
      N spread = centered ? variance(sweep) : sweep.part(0);
      if (insideRoot) {
        gradient.divideByRootOfSum(rate, gradient, spread, delta);
      } else {
        gradient.divideByRoot(rate, gradient, spread, delta);
      }
    }
  }

  private <N extends Numbers<N>> N variance(Sweep<N> sweep) {
    sweep.part(1).average(rho, sweep.gradient());
    sweep.spare().variance(sweep.part(0), sweep.part(1));
    return sweep.spare();
  }
}
