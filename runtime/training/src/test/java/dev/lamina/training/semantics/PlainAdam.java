package dev.lamina.training.semantics;

/** Adam in plain Java, written as in the textbook: {@code eta m^ / (sqrt(v^) + epsilon)}. */
final class PlainAdam {

  private final double eta;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double[] m;
  private final double[] v;
  private int t;

  PlainAdam(double eta, double beta1, double beta2, double epsilon, int parameters) {
    this.eta = eta;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.m = new double[parameters];
    this.v = new double[parameters];
  }

  /** What the parameters lose in the next step. */
  double[] update(double[] gradient) {
    t++;
    double[] update = new double[gradient.length];
    for (int i = 0; i < gradient.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
      v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
      double mean = m[i] / (1 - Math.pow(beta1, t));
      double square = v[i] / (1 - Math.pow(beta2, t));
      update[i] = eta * mean / (Math.sqrt(square) + epsilon);
    }
    return update;
  }
}
