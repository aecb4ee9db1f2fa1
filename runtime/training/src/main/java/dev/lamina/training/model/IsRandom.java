package dev.lamina.training.model;

import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;

/** Whether two forward passes of training through a layer can differ for the same batch. */
final class IsRandom implements Layer.Cases<Boolean> {

  @Override
  public Boolean dense(Dense dense) {
    return dense.dropConnect() > 0;
  }

  @Override
  public Boolean batchNorm(BatchNorm batchNorm) {
    return false;
  }

  @Override
  public Boolean dropout(Dropout dropout) {
    return dropout.rate() > 0;
  }

  @Override
  public Boolean alphaDropout(AlphaDropout alphaDropout) {
    return alphaDropout.rate() > 0;
  }

  @Override
  public Boolean gaussianDropout(GaussianDropout gaussianDropout) {
    return gaussianDropout.rate() > 0;
  }

  @Override
  public Boolean gaussianNoise(GaussianNoise gaussianNoise) {
    return gaussianNoise.stddev() > 0;
  }

  @Override
  public Boolean activation(ActivationLayer activation) {
    return false;
  }
}
