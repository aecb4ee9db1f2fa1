package dev.lamina.search.importance;

import java.util.BitSet;
import java.util.List;

/**
 * An end of a tree.
 *
 * @param region the parts of each axis that it covers
 * @param value what the tree says there
 */
record Leaf(List<BitSet> region, double value) {

  /** Keeps the list as it is: sets are shared by leaves, and never changed. */
  Leaf {
    region = List.copyOf(region);
  }
}
