package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;
import java.util.List;

/**
 * A network laid out for one precision; holds numbers only, and so is shared by threads.
 *
 * @param <B> where a thread computes it
 */
interface Program<B extends Buffers> {

  /** How many numbers a sample has on the way. */
  Widths widths();

  /** New room for a thread. */
  B buffers();

  /** Turns the features of the first samples in the buffers into their outputs. */
  void run(B buffers, int rows);

  /** The steps that it does, with the numbers that it does them with. */
  List<Step> steps();
}
