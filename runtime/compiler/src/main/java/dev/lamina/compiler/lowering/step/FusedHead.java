package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.call.HostArray;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A head that is computed in Java, sample by sample. */
final class FusedHead implements Head {

  private final RowLoss formula;
  private final HostArray logits;
  private final HostArray slope;
  private final int width;
  private final double[] values;
  private final double[] outputs;
  private double loss;
  private boolean finite;
  private int compared;

  FusedHead(RowLoss formula, INDArray logits, INDArray slope) {
    this.formula = formula;
    this.logits = HostArray.of(logits);
    this.slope = HostArray.of(slope);
    this.width = Math.toIntExact(logits.size(1));
    this.values = new double[Math.toIntExact(logits.length())];
    this.outputs = new double[values.length];
  }

  @Override
  public void predict(int rows) {
    logits.read(values);
    for (int row = 0; row < rows; row++) {
      formula.outputs(values, outputs, row);
    }
  }

  @Override
  public void compare(double[] targets, double[] weights, int rows) {
    logits.read(values);
    finite = allFinite(rows * width);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double single = formula.apply(values, targets, outputs, row);
      sum += weights.length == 0 ? single : weigh(row, weights[row], single);
    }
    loss = sum / rows;
    compared = rows;
  }

  /** The loss of a row times its weight, by which its gradient is multiplied too. */
  private double weigh(int row, double weight, double single) {
    for (int i = row * width; i < (row + 1) * width; i++) {
      values[i] *= weight;
    }
    return weight * single;
  }

  @Override
  public void differentiate() {
    for (int i = 0; i < values.length; i++) {
      values[i] /= compared; // in which the comparison left the gradients of single losses
    }
    slope.write(values);
  }

  private boolean allFinite(int count) {
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public double[] outputs() {
    return outputs;
  }

  @Override
  public boolean isFinite() {
    return finite;
  }

  @Override
  public INDArray slope() {
    return slope.array();
  }
}
