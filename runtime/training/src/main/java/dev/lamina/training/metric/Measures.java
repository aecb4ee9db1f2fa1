package dev.lamina.training.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.metric.Accuracy;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.MeanAbsoluteError;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;

/**
 * How each metric is measured on one batch.
 *
 * @param output the activation of the network's outputs
 * @param targets what the targets say
 */
record Measures(Activation output, TargetKind targets) implements Metric.Cases<Meter.Measure> {

  @Override
  public Meter.Measure lossValue(LossValue metric) {
    return (batch, step) -> step.loss();
  }

  @Override
  public Meter.Measure accuracy(Accuracy metric) {
    return output instanceof Softmax ? this::shareOfRightClasses : Measures::shareOfRightOutputs;
  }

  @Override
  public Meter.Measure meanAbsoluteError(MeanAbsoluteError metric) {
    return this::meanDistance;
  }

  private double shareOfRightClasses(Batch batch, Step step) {
    double[] outputs = step.outputs();
    int width = outputs.length / batch.rows();
    int right = 0;
    for (int row = 0; row < batch.rows(); row++) {
      if (highest(outputs, row * width, width) == wanted(batch, row)) {
        right++;
      }
    }
    return (double) right / batch.rows();
  }

  private int wanted(Batch batch, int row) {
    int width = batch.targets().length / batch.rows();
    return targets == TargetKind.CLASS_INDEX
        ? (int) batch.targets()[row]
        : highest(batch.targets(), row * width, width);
  }

  private static double shareOfRightOutputs(Batch batch, Step step) {
    double[] outputs = step.outputs();
    int right = 0;
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] > 0.5 == batch.targets()[i] > 0.5) {
        right++;
      }
    }
    return (double) right / outputs.length;
  }

  /** The mean over outputs of |p - y|; class indices are read as one-hot. */
  private double meanDistance(Batch batch, Step step) {
    double[] outputs = step.outputs();
    int width = outputs.length / batch.rows();
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      double target =
          targets == TargetKind.CLASS_INDEX
              ? (batch.targets()[i / width] == i % width ? 1 : 0)
              : batch.targets()[i];
      sum += Math.abs(outputs[i] - target);
    }
    return sum / outputs.length;
  }

  private static int highest(double[] values, int from, int width) {
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
