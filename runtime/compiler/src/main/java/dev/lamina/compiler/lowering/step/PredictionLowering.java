package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays out a layer as it works in prediction, and says where what it gives lies. */
record PredictionLowering(Site site) implements Layer.Cases<INDArray> {

  @Override
  public INDArray dense(Dense dense) {
    INDArray sums = site.buffers().batch(dense.units());
    site.forward().product(site.input(), site.parameter(DefaultParamInitializer.WEIGHT_KEY), sums);
    if (dense.hasBias()) {
      site.forward().addRow(sums, site.parameter(DefaultParamInitializer.BIAS_KEY));
    }
    return dense.activation().accept(new BendLowering(site.input(sums))).output();
  }

  @Override
  public INDArray batchNorm(BatchNorm batchNorm) {
    return new FixedNormStage(site, batchNorm).output();
  }

  @Override
  public INDArray dropout(Dropout dropout) {
    return site.input();
  }

  @Override
  public INDArray alphaDropout(AlphaDropout alphaDropout) {
    return site.input();
  }

  @Override
  public INDArray gaussianDropout(GaussianDropout gaussianDropout) {
    return site.input();
  }

  @Override
  public INDArray gaussianNoise(GaussianNoise gaussianNoise) {
    return site.input();
  }

  /** In place, as nobody else reads what it gets. */
  @Override
  public INDArray activation(ActivationLayer activation) {
    return activation.activation().accept(new BendLowering(site)).output();
  }
}
