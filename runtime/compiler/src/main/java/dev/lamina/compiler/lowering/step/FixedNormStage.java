package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.BatchNorm;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalization by its running averages, which is a scale and a shift of each feature. */
final class FixedNormStage implements Stage {

  private final INDArray scale;
  private final INDArray output;

  FixedNormStage(Site site, BatchNorm batchNorm) {
    Buffers buffers = site.buffers();
    this.scale = buffers.row(site.width());
    this.output = buffers.batch(site.width());
    scale(site, batchNorm, scale);
    site.forward()
        .subtract(
            site.input(), site.parameter(BatchNormalizationParamInitializer.GLOBAL_MEAN), output)
        .multiply(output, scale, output)
        .addRow(output, site.parameter(BatchNormalizationParamInitializer.BETA));
  }

  /** Adds the calls that compute {@code gamma / sqrt(variance + epsilon)}. */
  static void scale(Site site, BatchNorm batchNorm, INDArray into) {
    INDArray epsilon = site.buffers().filled(new long[] {1, 1}, batchNorm.epsilon());
    site.forward()
        .add(site.parameter(BatchNormalizationParamInitializer.GLOBAL_VAR), epsilon, into)
        .root(into)
        .divide(site.parameter(BatchNormalizationParamInitializer.GAMMA), into, into);
  }

  @Override
  public INDArray output() {
    return output;
  }

  @Override
  public INDArray backward(Calls calls, INDArray slope, boolean inputWanted) {
    if (inputWanted) {
      calls.multiply(slope, scale, slope);
    }
    return slope;
  }
}
