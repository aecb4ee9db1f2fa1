package dev.lamina.dsl.search;

/**
 * The range from 0 to 1 in cells of equal size, one for each value.
 *
 * @param count how many
 */
record Cells(long count) {

  private static final double MIDDLE = 0.5;

  /** The cell of this place; what lies outside counts as the nearer end. */
  long index(double place) {
    long index = (long) Math.floor(place * count);
    return Math.max(0, Math.min(count - 1, index));
  }

  /** The middle of a cell. */
  double place(long index) {
    return (index + MIDDLE) / count;
  }
}
