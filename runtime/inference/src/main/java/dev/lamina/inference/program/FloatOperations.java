package dev.lamina.inference.program;

import dev.lamina.inference.function.RowFunction;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;

/**
 * Each step in single precision.
 *
 * @param width how many numbers a sample has before it
 */
record FloatOperations(int width) implements Step.Cases<FloatOperation> {

  @Override
  public FloatOperation product(Product product) {
    return FloatProduct.of(product);
  }

  @Override
  public FloatOperation scaling(Scaling scaling) {
    return FloatScaling.of(scaling);
  }

  @Override
  public FloatOperation bend(Bend bend) {
    return new FloatBend(bend, RowFunction.of(bend.function()), width);
  }
}
