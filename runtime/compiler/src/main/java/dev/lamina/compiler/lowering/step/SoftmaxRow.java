package dev.lamina.compiler.lowering.step;

/**
 * Cross-entropy of softmax with temperature T: {@code -sum_j y_j log softmax(z / T)_j}, whose
 * derivative is {@code (softmax(z / T)_j sum(y) - y_j) / T}.
 *
 * @param width how many classes
 * @param temperature T
 * @param smoothing the share of labels that becomes even chances
 * @param byIndex whether the target is the number of the class, and else one number for each
 */
record SoftmaxRow(int width, double temperature, double smoothing, boolean byIndex)
    implements RowLoss {

  @Override
  public void outputs(double[] logits, double[] outputs, int row) {
    double sum = powers(logits, outputs, row);
    for (int i = row * width; i < (row + 1) * width; i++) {
      outputs[i] /= sum;
    }
  }

  @Override
  public double apply(double[] logits, double[] targets, double[] outputs, int row) {
    double sum = powers(logits, outputs, row);
    double logSum = Math.log(sum);
    int from = row * width;
    double weight = 0;
    double loss = 0;
    for (int i = from; i < from + width; i++) {
      double target = target(targets, row, i - from);
      outputs[i] /= sum;
      loss += target * (logSum - logits[i]);
      weight += target;
    }
    for (int i = from; i < from + width; i++) {
      logits[i] = (outputs[i] * weight - target(targets, row, i - from)) / temperature;
    }
    return loss;
  }

  /** Scales the logits so that the largest is 0, and raises e to them; their sum. */
  private double powers(double[] logits, double[] powers, int row) {
    int from = row * width;
    double largest = largest(logits, from);
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      logits[i] = (logits[i] - largest) / temperature;
      powers[i] = Math.exp(logits[i]);
      sum += powers[i];
    }
    return sum;
  }

  private double largest(double[] logits, int from) {
    double largest = logits[from];
    for (int i = from + 1; i < from + width; i++) {
      largest = Math.max(largest, logits[i]);
    }
    return largest;
  }

  private double target(double[] targets, int row, int column) {
    double given;
    if (byIndex) {
      given = targets[row] == column ? 1 : 0;
    } else {
      given = targets[row * width + column];
    }
    return RowLoss.smooth(given, smoothing, width);
  }
}
