package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;

/** A step in double precision. */
sealed interface DoubleOperation permits DoubleProduct, DoubleScaling, DoubleBend {

  /** Does it to the first rows of the buffers. */
  void apply(DoubleBuffers buffers, int rows);

  /** The step that it is. */
  Step step();
}
