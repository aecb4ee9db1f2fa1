package dev.lamina.search.sampler;

/** What a function is at a point, and how it changes there. */
final class Tangent {

  private final double value;
  private final double[] gradient;

  /**
   * Of a function at a point.
   *
   * @param value its value
   * @param gradient its partial derivatives, owned by the tangent from now on
   */
  Tangent(double value, double[] gradient) {
    this.value = value;
    this.gradient = gradient;
  }

  double value() {
    return value;
  }

  double slope(int dimension) {
    return gradient[dimension];
  }
}
