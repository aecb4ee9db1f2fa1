package dev.lamina.training.preparation;

import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import java.util.Arrays;

/** Multiplies the weight of each sample by that of its class. */
final class ClassWeighting {

  private final TargetKind kind;
  private final double[] weights;

  ClassWeighting(TrainingPlan plan) {
    this.kind = plan.loss().targets();
    this.weights = plan.classWeights().stream().mapToDouble(each -> each).toArray();
  }

  /** The same batch, weighed by the targets that it has. */
  Batch apply(Batch batch) {
    if (weights.length == 0) {
      return batch;
    }
    double[] weighed = batch.isWeighted() ? batch.weights() : ones(batch.rows());
    int width = batch.targets().length / batch.rows();
    for (int row = 0; row < batch.rows(); row++) {
      weighed[row] *= weights[classOf(batch.targets(), row * width, width)];
    }
    return new Batch(batch.rows(), batch.features(), batch.targets(), weighed);
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  private int classOf(double[] targets, int from, int width) {
    if (kind == TargetKind.CLASS_INDEX) {
      return (int) targets[from];
    }
    if (width == 1) {
      double between = kind == TargetKind.SIGNS ? 0 : 0.5;
      return targets[from] > between ? 1 : 0;
    }
    int highest = 0;
    for (int i = 1; i < width; i++) {
      highest = targets[from + i] > targets[from + highest] ? i : highest;
    }
    return highest;
  }
}
