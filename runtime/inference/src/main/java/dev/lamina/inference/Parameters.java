package dev.lamina.inference;

/** Where the numbers of a trained network come from. */
@FunctionalInterface
public interface Parameters {

  /**
   * The numbers of one parameter, row by row.
   *
   * @param layer the name of the layer, such as {@code dense_1}
   * @param parameter {@code kernel}, as {@code [inputs, units]}, or {@code bias} of a dense layer;
   *     {@code gamma}, {@code beta}, {@code movingMean} or {@code movingVariance} of batch
   *     normalization
   */
  double[] values(String layer, String parameter);
}
