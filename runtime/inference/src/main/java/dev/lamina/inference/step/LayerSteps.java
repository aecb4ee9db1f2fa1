package dev.lamina.inference.step;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.network.Outline;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a layer does in prediction.
 *
 * @param entry the layer in its place
 * @param values its numbers
 */
record LayerSteps(Outline.Entry entry, Values values) implements Layer.Cases<List<Step>> {

  @Override
  public List<Step> dense(Dense dense) {
    double[] bias = dense.hasBias() ? values("bias") : new double[dense.units()];
    Step product = Product.of(values("kernel"), bias);
    return Stream.concat(Stream.of(product), bend(dense.activation()).stream()).toList();
  }

  /** {@code gamma (x - mean) / sqrt(variance + epsilon) + beta}, as a factor and a shift. */
  @Override
  public List<Step> batchNorm(BatchNorm batchNorm) {
    double[] factors = values("gamma").clone();
    double[] shifts = values("beta").clone();
    double[] means = values("movingMean");
    double[] variances = values("movingVariance");
    for (int feature = 0; feature < factors.length; feature++) {
      factors[feature] /= Math.sqrt(variances[feature] + batchNorm.epsilon());
      shifts[feature] -= means[feature] * factors[feature];
    }
    return List.of(new Scaling(factors, shifts));
  }

  @Override
  public List<Step> dropout(Dropout dropout) {
    return List.of();
  }

  @Override
  public List<Step> alphaDropout(AlphaDropout alphaDropout) {
    return List.of();
  }

  @Override
  public List<Step> gaussianDropout(GaussianDropout gaussianDropout) {
    return List.of();
  }

  @Override
  public List<Step> gaussianNoise(GaussianNoise gaussianNoise) {
    return List.of();
  }

  @Override
  public List<Step> activation(ActivationLayer activation) {
    return bend(activation.activation());
  }

  private double[] values(String parameter) {
    return values.of(entry, parameter);
  }

  private static List<Step> bend(Activation function) {
    return function.equals(new Linear()) ? List.of() : List.of(new Bend(function));
  }
}
