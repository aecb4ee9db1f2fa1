package dev.lamina.training.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.training.data.Batch;

/**
 * How outputs and targets are read.
 *
 * @param output the activation of the network's outputs
 * @param targets what the targets say
 */
record Answers(Activation output, TargetKind targets) {

  private static final double THRESHOLD = 0.5;

  /** Whether outputs are of classes that exclude each other. */
  boolean exclude() {
    return output instanceof Softmax;
  }

  /** The target of an output, counted from 0; a class index is read as one-hot. */
  double target(Batch batch, int row, int index, int width) {
    return targets == TargetKind.CLASS_INDEX
        ? (batch.targets()[row] == index ? 1 : 0)
        : batch.targets()[row * width + index];
  }

  /** The class of a sample, of classes that exclude each other. */
  int actual(Batch batch, int row) {
    int width = batch.targets().length / batch.rows();
    return targets == TargetKind.CLASS_INDEX
        ? (int) batch.targets()[row]
        : highest(batch.targets(), row * width, width);
  }

  /** The class that is predicted for a sample, of classes that exclude each other. */
  static int predicted(double[] outputs, int row, int width) {
    return highest(outputs, row * width, width);
  }

  /** Whether a probability, of a target or of an output, stands for the class. */
  static boolean isClass(double probability) {
    return probability > THRESHOLD;
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
