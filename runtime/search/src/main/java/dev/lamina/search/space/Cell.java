package dev.lamina.search.space;

/**
 * The places that mean the same value.
 *
 * @param low where they begin
 * @param high where they end
 */
public record Cell(double low, double high) {

  /** Less than the narrower of two neighbours is wide, in widths of the other. */
  private static final double BEYOND = 0.25;

  /** How much of the range from 0 to 1 they are. */
  public double width() {
    return high - low;
  }

  /** A place that means the value before; below 0 if there is none. */
  public double before() {
    return low - BEYOND * width();
  }

  /** A place that means the value after; above 1 if there is none. */
  public double after() {
    return high + BEYOND * width();
  }
}
