package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;

/** A step in double precision. */
sealed interface DoubleOperation permits DoubleProduct, DoubleScaling, DoubleBend {

  /** Does it to the sample in the buffers that is alone. */
  void alone(DoubleBuffers buffers);

  /** Does it to the first samples in the buffers, to the same bits. */
  void together(DoubleBuffers buffers, int rows);

  /** The step that it is. */
  Step step();
}
