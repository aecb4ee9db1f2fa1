package dev.lamina.search.arbiter;

/**
 * An order of the whole numbers from 0 to {@code size - 1} that depends on a seed, without a list
 * of them: four rounds of a Feistel cipher on the next power of 4, over and over while the result
 * is not below {@code size}.
 *
 * @param size how many, at least 1
 * @param seed which order
 */
record Shuffle(int size, long seed) {

  private static final int ROUNDS = 4;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** What comes at this place of the order. */
  int at(int place) {
    int bits = (Integer.SIZE - Integer.numberOfLeadingZeros(size - 1) + 1) / 2;
    long number = place;
    do {
      number = enciphered(number, bits);
    } while (number >= size);
    return (int) number;
  }

  private long enciphered(long number, int bits) {
    long mask = (1L << bits) - 1;
    long left = number >>> bits;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (mixed(right + (seed + round) * GOLDEN) & mask);
      left = right;
      right = next;
    }
    return left << bits | right;
  }

  /** The finalizer of SplitMix64. */
  private static long mixed(long value) {
    long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
    return second ^ (second >>> 31);
  }
}
