package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.shape.Shape;
import java.util.List;

/**
 * A layer that disturbs what it is given in training, at random, and gives it on as it is in
 * prediction.
 */
public sealed interface Noise extends Layer
    permits Dropout, AlphaDropout, GaussianDropout, GaussianNoise {

  /** Whether it replaces some values and retains the others; otherwise it moves all of them. */
  boolean drops();

  @Override
  default Shape outputShape(Shape input) {
    return input;
  }

  @Override
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  @Override
  default Activation outputActivation() {
    return new Linear();
  }
}
