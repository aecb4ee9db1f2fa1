package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;

/** A step in single precision. */
sealed interface FloatOperation permits FloatProduct, FloatScaling, FloatBend {

  /** Does it to the first rows of the buffers. */
  void apply(FloatBuffers buffers, int rows);

  /** The step that it is. */
  Step step();
}
