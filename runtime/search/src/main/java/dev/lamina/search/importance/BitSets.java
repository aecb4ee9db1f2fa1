package dev.lamina.search.importance;

import java.util.BitSet;

/** Sets that are made of others, which stay as they are. */
final class BitSets {

  private BitSets() {}

  /** The first so many. */
  static BitSet first(int count) {
    BitSet set = new BitSet(count);
    set.set(0, count);
    return set;
  }

  /** The members of an array from one place to another, which is not among them. */
  static BitSet of(int[] members, int from, int to) {
    BitSet set = new BitSet();
    for (int place = from; place < to; place++) {
      set.set(members[place]);
    }
    return set;
  }

  static BitSet and(BitSet one, BitSet other) {
    BitSet set = (BitSet) one.clone();
    set.and(other);
    return set;
  }

  static BitSet andNot(BitSet one, BitSet other) {
    BitSet set = (BitSet) one.clone();
    set.andNot(other);
    return set;
  }
}
