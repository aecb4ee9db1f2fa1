package dev.lamina.search.space;

/**
 * The places that mean the same value.
 *
 * @param low where they begin
 * @param high where they end
 */
public record Cell(double low, double high) {

  /** How much of the range from 0 to 1 they are. */
  public double width() {
    return high - low;
  }
}
