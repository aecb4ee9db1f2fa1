package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.initializer.IdentityWeights;
import dev.lamina.compiler.lowering.initializer.NormalWeights;
import dev.lamina.compiler.lowering.initializer.OrthogonalWeights;
import dev.lamina.compiler.lowering.initializer.UniformWeights;
import dev.lamina.compiler.lowering.initializer.VarianceScaling;
import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Identity;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Normal;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.dsl.layer.TruncatedNormal;
import dev.lamina.dsl.layer.Uniform;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;

/** The DL4J initializer that means the same as an initializer of Lamina. */
final class InitializerLowering implements Initializer.Cases<IWeightInit> {

  @Override
  public IWeightInit constant(Constant constant) {
    return new WeightInitConstant(constant.value());
  }

  /** DL4J's own normal initializers are not truncated, and its lecun_uniform is too wide. */
  @Override
  public IWeightInit varianceScaling(dev.lamina.dsl.layer.VarianceScaling scaling) {
    return new VarianceScaling(scaling.scale(), fan(scaling.fan()), spread(scaling.spread()));
  }

  @Override
  public IWeightInit uniform(Uniform uniform) {
    return new UniformWeights(uniform.min(), uniform.max());
  }

  @Override
  public IWeightInit normal(Normal normal) {
    return new NormalWeights(normal.mean(), normal.stddev(), false);
  }

  @Override
  public IWeightInit truncatedNormal(TruncatedNormal normal) {
    return new NormalWeights(normal.mean(), normal.stddev(), true);
  }

  @Override
  public IWeightInit orthogonal(Orthogonal orthogonal) {
    return new OrthogonalWeights(orthogonal.gain());
  }

  @Override
  public IWeightInit identity(Identity identity) {
    return new IdentityWeights(identity.gain());
  }

  private static VarianceScaling.Fan fan(dev.lamina.dsl.layer.VarianceScaling.Fan fan) {
    return switch (fan) {
      case IN -> VarianceScaling.Fan.IN;
      case AVERAGE -> VarianceScaling.Fan.AVERAGE;
    };
  }

  private static VarianceScaling.Spread spread(dev.lamina.dsl.layer.VarianceScaling.Spread spread) {
    return switch (spread) {
      case UNIFORM -> VarianceScaling.Spread.UNIFORM;
      case NORMAL -> VarianceScaling.Spread.NORMAL;
    };
  }
}
