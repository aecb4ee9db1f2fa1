package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Cosine similarity, negated: {@code -sum_j y_j p_j / (|y| |p|)} for each example.
 *
 * <p>Labels y and outputs p are {@code [examples, outputs]}; a length below 1e-6 counts as 1e-6.
 * The derivative by p is {@code (c p / |p| - y / |y|) / |p|} with c the cosine, and without c where
 * |p| is below 1e-6.
 */
public final class OutputCosineSimilarity extends OutputLoss {

  private static final long serialVersionUID = 1L;

  private static final double SHORTEST = 1e-6;

  /** The loss; it has no options. */
  public OutputCosineSimilarity() {}

  @Override
  INDArray losses(INDArray targets, INDArray outputs) {
    return unit(targets).muli(unit(outputs)).negi();
  }

  @Override
  INDArray slopes(INDArray targets, INDArray outputs) {
    return slopesOfUnits(unit(targets), outputs, lengths(outputs));
  }

  /** The loss is linear in the labels of unit length, so a mask is a factor of these. */
  @Override
  INDArray slopes(INDArray targets, INDArray outputs, INDArray mask) {
    INDArray weighted = unit(targets);
    LossUtil.applyMask(weighted, mask);
    return slopesOfUnits(weighted, outputs, lengths(outputs));
  }

  private static INDArray slopesOfUnits(INDArray units, INDArray outputs, INDArray lengths) {
    INDArray directions = outputs.divColumnVector(lengths);
    INDArray grown = lengths.gt(SHORTEST).castTo(outputs.dataType());
    INDArray cosines = directions.mul(units).sum(true, 1).muli(grown);
    return directions.muliColumnVector(cosines).subi(units).diviColumnVector(lengths);
  }

  private static INDArray unit(INDArray rows) {
    return rows.divColumnVector(lengths(rows));
  }

  private static INDArray lengths(INDArray rows) {
    return Transforms.max(rows.norm2(true, 1), SHORTEST, false);
  }
}
