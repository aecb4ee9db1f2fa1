package dev.lamina.training.semantics;

import java.util.Arrays;

/**
 * A linear unit in plain Java, with its mean squared error and the gradient of that.
 *
 * @param weights one for each feature
 * @param bias the bias
 */
record PlainUnit(double[] weights, double bias) {

  /** With every number 0. */
  static PlainUnit zero(int features) {
    return new PlainUnit(new double[features], 0);
  }

  double output(double[] features) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  double loss(double[][] rows, double[] targets) {
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      sum += Math.pow(output(rows[row]) - targets[row], 2);
    }
    return sum / rows.length;
  }

  /** Weights, then bias. */
  double[] gradient(double[][] rows, double[] targets) {
    double[] gradient = new double[weights.length + 1];
    for (int row = 0; row < rows.length; row++) {
      double slope = 2 * (output(rows[row]) - targets[row]) / rows.length;
      for (int i = 0; i < weights.length; i++) {
        gradient[i] += slope * rows[row][i];
      }
      gradient[weights.length] += slope;
    }
    return gradient;
  }

  /** After one step of gradient descent. */
  PlainUnit descended(double rate, double[][] rows, double[] targets) {
    double[] gradient = gradient(rows, targets);
    return minus(Arrays.stream(gradient).map(slope -> rate * slope).toArray());
  }

  /** With this much less of the weights, then of the bias. */
  PlainUnit minus(double[] update) {
    double[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= update[i];
    }
    return new PlainUnit(moved, bias - update[weights.length]);
  }
}
