package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.layer.FrozenBatchNormalization;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.optimizer.Optimizer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** The DL4J layer that means the same as a layer of Lamina, where it stands in the plan. */
record LayerLowering(PlanNode node, Optimizer optimizer)
    implements Layer.Cases<org.deeplearning4j.nn.conf.layers.Layer> {

  @Override
  public org.deeplearning4j.nn.conf.layers.Layer dense(Dense dense) {
    return new DenseLowering(node, optimizer).lower(dense);
  }

  /**
   * DL4J's decay is the momentum of the running averages. The variance is kept as it is, not as a
   * logarithm. Gradient clipping would corrupt the averages, as DL4J moves them by their
   * "gradient".
   */
  @Override
  public org.deeplearning4j.nn.conf.layers.Layer batchNorm(BatchNorm batchNorm) {
    if (batchNorm.isFrozen()) {
      return FrozenBatchNormalization.of(
          node.inputShape().size(), batchNorm.momentum(), batchNorm.epsilon());
    }
    return new BatchNormalization.Builder()
        .nIn(node.inputShape().size())
        .nOut(node.outputShape().size())
        .decay(batchNorm.momentum())
        .eps(batchNorm.epsilon())
        .useLogStd(false)
        .gradientNormalization(GradientNormalization.None)
        .build();
  }

  /** DL4J's argument is the share that is retained. */
  @Override
  public org.deeplearning4j.nn.conf.layers.Layer dropout(Dropout dropout) {
    return new DropoutLayer(1 - dropout.rate());
  }

  /** DL4J's argument is the share that is retained, here too. */
  @Override
  public org.deeplearning4j.nn.conf.layers.Layer alphaDropout(AlphaDropout alphaDropout) {
    return new DropoutLayer(
        new org.deeplearning4j.nn.conf.dropout.AlphaDropout(1 - alphaDropout.rate()));
  }

  /** DL4J's argument is the rate, unlike that of its other dropouts. */
  @Override
  public org.deeplearning4j.nn.conf.layers.Layer gaussianDropout(GaussianDropout gaussianDropout) {
    return new DropoutLayer(
        new org.deeplearning4j.nn.conf.dropout.GaussianDropout(gaussianDropout.rate()));
  }

  @Override
  public org.deeplearning4j.nn.conf.layers.Layer gaussianNoise(GaussianNoise gaussianNoise) {
    return new DropoutLayer(
        new org.deeplearning4j.nn.conf.dropout.GaussianNoise(gaussianNoise.stddev()));
  }

  @Override
  public org.deeplearning4j.nn.conf.layers.Layer activation(
      dev.lamina.dsl.layer.ActivationLayer activation) {
    return new ActivationLayer(activation.activation().accept(new ActivationLowering()));
  }
}
