package dev.lamina.compiler.lowering;

import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import java.util.Map;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** DL4J's keys of a layer's parameters, by the names that Lamina gives them. */
public final class ParameterKeys implements Layer.Cases<Map<String, String>> {

  private ParameterKeys() {}

  /** DL4J's key of the parameter that this layer has under this name. */
  public static String of(Layer layer, String parameter) {
    return layer.accept(new ParameterKeys()).get(parameter);
  }

  @Override
  public Map<String, String> dense(Dense dense) {
    return Map.of(
        "kernel", DefaultParamInitializer.WEIGHT_KEY, "bias", DefaultParamInitializer.BIAS_KEY);
  }

  @Override
  public Map<String, String> batchNorm(BatchNorm batchNorm) {
    return Map.of(
        "gamma", BatchNormalizationParamInitializer.GAMMA,
        "beta", BatchNormalizationParamInitializer.BETA,
        "movingMean", BatchNormalizationParamInitializer.GLOBAL_MEAN,
        "movingVariance", BatchNormalizationParamInitializer.GLOBAL_VAR);
  }

  @Override
  public Map<String, String> dropout(Dropout dropout) {
    return Map.of();
  }

  @Override
  public Map<String, String> alphaDropout(AlphaDropout alphaDropout) {
    return Map.of();
  }

  @Override
  public Map<String, String> gaussianDropout(GaussianDropout gaussianDropout) {
    return Map.of();
  }

  @Override
  public Map<String, String> gaussianNoise(GaussianNoise gaussianNoise) {
    return Map.of();
  }

  @Override
  public Map<String, String> activation(ActivationLayer activation) {
    return Map.of();
  }
}
