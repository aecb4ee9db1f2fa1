package dev.lamina.training.check;

/**
 * How far the two derivatives by one parameter are apart, where they are furthest.
 *
 * @param layer the name of the layer
 * @param parameter the name of its parameter, such as {@code kernel}
 * @param error the largest relative error, infinite where a derivative is not finite
 * @param at the place of the number with that error, row by row, from 0
 * @param backPropagation its derivative by back-propagation
 * @param centralDifference its derivative by a central difference
 */
public record ParameterError(
    String layer,
    String parameter,
    double error,
    int at,
    double backPropagation,
    double centralDifference) {

  private static final double LEAST_SCALE = 1e-4;

  /**
   * The worst of all numbers of a parameter.
   *
   * @param loss what was minimized, whose rounding the differences have
   */
  static ParameterError worst(
      String layer, String parameter, double[] backward, double[] differences, double loss) {
    int worst = 0;
    double largest = -1;
    for (int i = 0; i < backward.length; i++) {
      double error = relative(backward[i], differences[i], loss);
      if (error > largest) {
        worst = i;
        largest = error;
      }
    }
    return new ParameterError(
        layer, parameter, largest, worst, backward[worst], differences[worst]);
  }

  private static double relative(double backward, double difference, double loss) {
    double larger = Math.max(Math.abs(backward), Math.abs(difference));
    double scale = Math.max(larger, LEAST_SCALE * Math.max(1, Math.abs(loss)));
    double error = Math.abs(backward - difference) / scale;
    return Double.isFinite(error) ? error : Double.POSITIVE_INFINITY;
  }
}
