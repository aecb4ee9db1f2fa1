package dev.lamina.training.semantics;

/**
 * {@code w3 n(tanh(W2 (w1 x + b1) + B2)) + b3} in plain Java, of which n, a normalization by fixed
 * averages, and the numbers in capitals do not learn.
 *
 * @param w1 the weight before
 * @param b1 the bias before
 * @param w3 the weight behind
 * @param b3 the bias behind
 */
record PlainChain(double w1, double b1, double w3, double b3) {

  static final PlainChain START = new PlainChain(0.8, -0.1, 1.5, 0.2);
  static final double W2 = -1.25;
  static final double B2 = 0.5;
  static final double GAMMA = 2;
  static final double BETA = -0.75;
  static final double MEAN = 0.4;
  static final double VARIANCE = 2;
  static final double SCALE = GAMMA / Math.sqrt(VARIANCE + 0.25);

  double hidden(double x) {
    return Math.tanh(W2 * (w1 * x + b1) + B2);
  }

  double normal(double x) {
    return SCALE * (hidden(x) - MEAN) + BETA;
  }

  double loss(double[] x, double[] targets) {
    double sum = 0;
    for (int row = 0; row < x.length; row++) {
      sum += Math.pow(w3 * normal(x[row]) + b3 - targets[row], 2);
    }
    return sum / x.length;
  }

  /** By w1, b1, w3 and b3. */
  double[] gradient(double[] x, double[] targets) {
    double[] gradient = new double[4];
    for (int row = 0; row < x.length; row++) {
      double slope = 2 * (w3 * normal(x[row]) + b3 - targets[row]) / x.length;
      double bend = 1 - hidden(x[row]) * hidden(x[row]);
      double before = slope * w3 * SCALE * bend * W2;
      gradient[0] += before * x[row];
      gradient[1] += before;
      gradient[2] += slope * normal(x[row]);
      gradient[3] += slope;
    }
    return gradient;
  }

  PlainChain descended(double rate, double... gradient) {
    return new PlainChain(
        w1 - rate * gradient[0],
        b1 - rate * gradient[1],
        w3 - rate * gradient[2],
        b3 - rate * gradient[3]);
  }
}
