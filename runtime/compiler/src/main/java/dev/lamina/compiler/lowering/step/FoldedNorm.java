package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A linear dense layer and the batch normalization after it as one dense layer: {@code W' = W s},
 * {@code b' = (b - mean) s + beta} with {@code s = gamma / sqrt(variance + epsilon)}.
 *
 * @param dense where the former is laid out
 * @param norm where the latter is
 */
record FoldedNorm(Site dense, Site norm) {

  /** Lays both out, and says where what they give lies. */
  INDArray lay(Dense layer, BatchNorm batchNorm) {
    Buffers buffers = dense.buffers();
    INDArray weights = dense.parameter(DefaultParamInitializer.WEIGHT_KEY);
    INDArray mean = norm.parameter(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    INDArray scale = buffers.row(layer.units());
    INDArray scaled = buffers.like(weights);
    INDArray shift = buffers.row(layer.units());
    INDArray output = buffers.batch(layer.units());
    INDArray bias =
        layer.hasBias()
            ? dense.parameter(DefaultParamInitializer.BIAS_KEY)
            : buffers.row(layer.units());
    FixedNormStage.scale(norm, batchNorm, scale);
    dense
        .forward()
        .multiply(weights, scale, scaled)
        .subtract(bias, mean, shift)
        .multiply(shift, scale, shift)
        .add(shift, norm.parameter(BatchNormalizationParamInitializer.BETA), shift)
        .product(dense.input(), scaled, output)
        .addRow(output, shift);
    return output;
  }
}
