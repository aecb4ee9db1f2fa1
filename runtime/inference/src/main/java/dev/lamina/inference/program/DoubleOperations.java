package dev.lamina.inference.program;

import dev.lamina.inference.function.RowFunction;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;

/**
 * Each step in double precision.
 *
 * @param width how many numbers a sample has before it
 */
record DoubleOperations(int width) implements Step.Cases<DoubleOperation> {

  @Override
  public DoubleOperation product(Product product) {
    return DoubleProduct.of(product);
  }

  @Override
  public DoubleOperation scaling(Scaling scaling) {
    return DoubleScaling.of(scaling);
  }

  @Override
  public DoubleOperation bend(Bend bend) {
    return new DoubleBend(bend, RowFunction.of(bend.function()), width);
  }
}
