package dev.lamina.training.engine;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.HardSigmoid;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Relu6;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softsign;
import dev.lamina.dsl.activation.Tanh;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many units of a layer no longer learn, by what they give.
 *
 * @param activation what makes their outputs
 */
record OutputShares(Activation activation) {

  private static final double MARGIN = 0.01;

  /** Whether there is anything to count. */
  boolean areCounted() {
    return isRectified() || hasBounds();
  }

  /** The share of rectified units that gave 0 for all samples, of outputs row by row. */
  OptionalDouble dead(double[] outputs, int rows) {
    if (!isRectified()) {
      return OptionalDouble.empty();
    }
    int units = outputs.length / rows;
    long dead =
        IntStream.range(0, units)
            .filter(
                unit -> IntStream.range(0, rows).allMatch(row -> outputs[row * units + unit] == 0))
            .count();
    return OptionalDouble.of((double) dead / units);
  }

  /** The share of outputs close to a bound of the activation. */
  OptionalDouble saturated(double[] outputs) {
    if (!hasBounds()) {
      return OptionalDouble.empty();
    }
    double least = isAroundZero() ? -1 : 0;
    double margin = MARGIN * (1 - least);
    long near =
        DoubleStream.of(outputs)
            .filter(output -> output <= least + margin || output >= 1 - margin)
            .count();
    return OptionalDouble.of((double) near / outputs.length);
  }

  private boolean isRectified() {
    return activation instanceof Relu || activation instanceof Relu6;
  }

  private boolean hasBounds() {
    return isAroundZero() || activation instanceof Sigmoid || activation instanceof HardSigmoid;
  }

  private boolean isAroundZero() {
    return activation instanceof Tanh || activation instanceof Softsign;
  }
}
