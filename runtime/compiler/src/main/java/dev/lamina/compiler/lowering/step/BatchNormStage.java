package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.BatchNorm;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@code gamma x^ + beta} with {@code x^ = (x - mean) / sqrt(variance + epsilon)} of the batch.
 *
 * <p>Backward, with {@code s} the gradient by the output: {@code sum(s x^)} by gamma, {@code
 * sum(s)} by beta, and by the input {@code gamma / sqrt(variance + epsilon) (s - mean(s) - x^
 * mean(s x^))}. What the running averages lose is {@code (1 - momentum) (average - of the batch)}.
 * Ioffe and Szegedy, Batch Normalization, 2015.
 */
final class BatchNormStage implements Stage {

  private final Site site;
  private final double momentum;
  private final INDArray ones;
  private final INDArray mean;
  private final INDArray variance;
  private final INDArray deviation;
  private final INDArray normalized;
  private final INDArray output;

  BatchNormStage(Site site, BatchNorm batchNorm) {
    this.site = site;
    this.momentum = batchNorm.momentum();
    Buffers buffers = site.buffers();
    int width = site.width();
    this.ones = buffers.ones();
    this.mean = buffers.row(width);
    this.variance = buffers.row(width);
    this.deviation = buffers.row(width);
    this.normalized = buffers.batch(width);
    this.output = buffers.batch(width);
    INDArray squares = buffers.scratch(width);
    site.forward()
        .product(ones, false, site.input(), false, 1.0 / buffers.rows(), mean)
        .subtract(site.input(), mean, normalized)
        .multiply(normalized, normalized, squares)
        .product(ones, false, squares, false, 1.0 / buffers.rows(), variance)
        .add(variance, buffers.filled(new long[] {1, 1}, batchNorm.epsilon()), deviation)
        .root(deviation)
        .divide(normalized, deviation, normalized)
        .multiply(normalized, parameter(BatchNormalizationParamInitializer.GAMMA), output)
        .addRow(output, parameter(BatchNormalizationParamInitializer.BETA));
  }

  @Override
  public INDArray output() {
    return output;
  }

  @Override
  public INDArray backward(Calls calls, INDArray slope, boolean inputWanted) {
    INDArray byGamma = gradient(BatchNormalizationParamInitializer.GAMMA);
    INDArray byBeta = gradient(BatchNormalizationParamInitializer.BETA);
    INDArray part = site.buffers().scratch(site.width());
    calls
        .multiply(slope, normalized, part)
        .product(ones, part, byGamma)
        .product(ones, slope, byBeta);
    average(calls, mean, BatchNormalizationParamInitializer.GLOBAL_MEAN);
    average(calls, variance, BatchNormalizationParamInitializer.GLOBAL_VAR);
    if (inputWanted) {
      INDArray rows = site.buffers().filled(new long[] {1, 1}, site.buffers().rows());
      INDArray row = site.buffers().row(site.width());
      calls
          .divide(byGamma, rows, row)
          .multiply(normalized, row, part)
          .subtract(slope, part, slope)
          .divide(byBeta, rows, row)
          .subtract(slope, row, slope)
          .divide(parameter(BatchNormalizationParamInitializer.GAMMA), deviation, row)
          .multiply(slope, row, slope);
    }
    return slope;
  }

  private void average(Calls calls, INDArray ofBatch, String key) {
    INDArray lost = gradient(key);
    INDArray share = site.buffers().filled(new long[] {1, 1}, 1 - momentum);
    calls.subtract(parameter(key), ofBatch, lost).multiply(lost, share, lost);
  }

  private INDArray parameter(String key) {
    return site.parameter(key);
  }

  private INDArray gradient(String key) {
    return site.gradient(key);
  }
}
