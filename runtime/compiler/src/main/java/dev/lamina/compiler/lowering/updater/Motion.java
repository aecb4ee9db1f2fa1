package dev.lamina.compiler.lowering.updater;

/** A recurrence on certain arrays. */
@FunctionalInterface
interface Motion {

  /**
   * Turns the gradient into what the weights lose, in place.
   *
   * @param step the number of this update, from 1
   */
  void apply(double rate, int step);
}
