package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;

/** A step in single precision. */
sealed interface FloatOperation permits FloatProduct, FloatScaling, FloatBend {

  /** Does it to the sample in the buffers that is alone. */
  void alone(FloatBuffers buffers);

  /** Does it to the first samples in the buffers, to the same bits. */
  void together(FloatBuffers buffers, int rows);

  /** The step that it is. */
  Step step();
}
