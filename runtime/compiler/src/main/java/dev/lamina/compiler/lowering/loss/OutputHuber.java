package dev.lamina.compiler.lowering.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Huber loss: {@code e^2 / 2} where {@code |e| <= delta}, else {@code delta |e| - delta^2 / 2},
 * with {@code e = p - y}, the mean over an example's outputs.
 *
 * <p>Labels y and outputs p are {@code [examples, outputs]}; the derivative by p is e, cut off at
 * -delta and delta, divided by the outputs.
 */
public final class OutputHuber extends OutputLoss {

  private static final long serialVersionUID = 1L;

  @JsonProperty private final double delta;

  /**
   * The loss that is quadratic up to {@code delta}.
   *
   * @param delta where quadratic becomes linear, finite and above 0
   * @throws IllegalArgumentException if it is not
   */
  @JsonCreator
  public OutputHuber(@JsonProperty(value = "delta", required = true) double delta) {
    if (!(delta > 0) || !Double.isFinite(delta)) {
      throw new IllegalArgumentException(
          "OutputHuber expects `delta` to be finite and above 0, but got %s. %s"
              .formatted(delta, "Fix: give a number such as 1."));
    }
    this.delta = delta;
  }

  @Override
  List<Double> options() {
    return List.of(delta);
  }

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    INDArray errors = Transforms.abs(outputs.sub(targets), false);
    INDArray near = Transforms.min(errors, delta, true);
    return errors.subi(near.div(2)).muli(near).divi(outputs.size(1));
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    INDArray errors = outputs.sub(targets);
    INDArray near = Transforms.min(Transforms.abs(errors, true), delta, false);
    return Transforms.sign(errors, false).muli(near).divi(outputs.size(1));
  }
}
