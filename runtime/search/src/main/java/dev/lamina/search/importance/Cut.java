package dev.lamina.search.importance;

import java.util.BitSet;

/**
 * A division of trials in two.
 *
 * @param axis the axis that divides them
 * @param below the parts of the axis on one side
 * @param gain how much alike the values on each side are: more is better
 */
record Cut(int axis, BitSet below, double gain) {

  /** The one that gains more; this one if neither does. */
  Cut better(Cut other) {
    return other.gain > gain ? other : this;
  }
}
