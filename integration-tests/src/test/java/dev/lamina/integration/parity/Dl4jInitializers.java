package dev.lamina.integration.parity;

import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Identity;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Normal;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.dsl.layer.TruncatedNormal;
import dev.lamina.dsl.layer.Uniform;
import dev.lamina.dsl.layer.VarianceScaling;
import java.util.Optional;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.nn.weights.WeightInitDistribution;

/** DL4J's own initializer of the same name. */
final class Dl4jInitializers implements Initializer.Cases<Optional<IWeightInit>> {

  @Override
  public Optional<IWeightInit> constant(Constant constant) {
    return Optional.of(new WeightInitConstant(constant.value()));
  }

  @Override
  public Optional<IWeightInit> varianceScaling(VarianceScaling scaling) {
    WeightInit named =
        switch (scaling) {
          case GLOROT_UNIFORM -> WeightInit.XAVIER_UNIFORM;
          case GLOROT_NORMAL -> WeightInit.XAVIER;
          case HE_UNIFORM -> WeightInit.RELU_UNIFORM;
          case HE_NORMAL -> WeightInit.RELU;
          case LECUN_UNIFORM -> WeightInit.LECUN_UNIFORM;
          case LECUN_NORMAL -> WeightInit.LECUN_NORMAL;
        };
    return Optional.of(named.getWeightInitFunction());
  }

  @Override
  public Optional<IWeightInit> uniform(Uniform uniform) {
    return Optional.of(
        new WeightInitDistribution(new UniformDistribution(uniform.min(), uniform.max())));
  }

  @Override
  public Optional<IWeightInit> normal(Normal normal) {
    return Optional.of(
        new WeightInitDistribution(new NormalDistribution(normal.mean(), normal.stddev())));
  }

  @Override
  public Optional<IWeightInit> truncatedNormal(TruncatedNormal normal) {
    return Optional.of(
        new WeightInitDistribution(
            new TruncatedNormalDistribution(normal.mean(), normal.stddev())));
  }

  /** DL4J's QR decomposition of 400 x 250 had not ended after 8 minutes of one core. */
  @Override
  public Optional<IWeightInit> orthogonal(Orthogonal orthogonal) {
    return Optional.empty();
  }

  /** DL4J's refuses a matrix that is not square. */
  @Override
  public Optional<IWeightInit> identity(Identity identity) {
    return Optional.empty();
  }
}
