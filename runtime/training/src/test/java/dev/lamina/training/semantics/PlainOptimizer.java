package dev.lamina.training.semantics;

/** An optimizer of one weight in plain Java, written as in its paper. */
@FunctionalInterface
interface PlainOptimizer {

  /** What the weight loses at update t, from 1; the state, three numbers from 0, moves on. */
  double update(double g, double[] state, int t);

  static PlainOptimizer momentum(double eta, double gamma) {
    return (g, s, t) -> s[0] = gamma * s[0] + eta * g;
  }

  static PlainOptimizer nesterov(double eta, double gamma) {
    return (g, s, t) -> {
      s[0] = gamma * s[0] + eta * g;
      return gamma * s[0] + eta * g;
    };
  }

  static PlainOptimizer adaGrad(double eta, double initial, double delta) {
    return (g, s, t) -> {
      s[0] += g * g;
      return eta * g / (Math.sqrt(initial + s[0]) + delta);
    };
  }

  static PlainOptimizer rmsProp(double eta, double rho, double delta, boolean centered) {
    return (g, s, t) -> {
      s[0] = rho * s[0] + (1 - rho) * g * g;
      s[1] = rho * s[1] + (1 - rho) * g;
      double spread = centered ? s[0] - s[1] * s[1] : s[0];
      return eta * g / (Math.sqrt(spread) + delta);
    };
  }

  static PlainOptimizer adam(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      moments(g, s, b1, b2);
      double root = Math.sqrt(s[1] / (1 - Math.pow(b2, t)));
      return eta * s[0] / (1 - Math.pow(b1, t)) / (root + epsilon);
    };
  }

  static PlainOptimizer adamWithEpsilonHat(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      moments(g, s, b1, b2);
      double rate = eta * Math.sqrt(1 - Math.pow(b2, t)) / (1 - Math.pow(b1, t));
      return rate * s[0] / (Math.sqrt(s[1]) + epsilon);
    };
  }

  static PlainOptimizer amsGrad(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      moments(g, s, b1, b2);
      s[2] = Math.max(s[2], s[1]);
      return eta * s[0] / (Math.sqrt(s[2]) + epsilon);
    };
  }

  static PlainOptimizer correctedAmsGrad(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      moments(g, s, b1, b2);
      s[2] = Math.max(s[2], s[1]);
      double root = Math.sqrt(s[2] / (1 - Math.pow(b2, t)));
      return eta * s[0] / (1 - Math.pow(b1, t)) / (root + epsilon);
    };
  }

  static PlainOptimizer adaMax(double eta, double b1, double b2) {
    return (g, s, t) -> {
      s[0] = b1 * s[0] + (1 - b1) * g;
      s[1] = Math.max(b2 * s[1], Math.abs(g));
      return eta / (1 - Math.pow(b1, t)) * s[0] / s[1];
    };
  }

  static PlainOptimizer adaDelta(double eta, double rho, double epsilon) {
    return (g, s, t) -> {
      s[0] = rho * s[0] + (1 - rho) * g * g;
      double d = Math.sqrt(s[1] + epsilon) / Math.sqrt(s[0] + epsilon) * g;
      s[1] = rho * s[1] + (1 - rho) * d * d;
      return eta * d;
    };
  }

  static PlainOptimizer nadam(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      moments(g, s, b1, b2);
      double mean = b1 * s[0] / (1 - Math.pow(b1, t + 1)) + (1 - b1) * g / (1 - Math.pow(b1, t));
      return eta * mean / (Math.sqrt(s[1] / (1 - Math.pow(b2, t))) + epsilon);
    };
  }

  static PlainOptimizer lion(double eta, double b1, double b2) {
    return (g, s, t) -> {
      double direction = Math.signum(b1 * s[0] + (1 - b1) * g);
      s[0] = b2 * s[0] + (1 - b2) * g;
      return eta * direction;
    };
  }

  static PlainOptimizer adaBelief(double eta, double b1, double b2, double epsilon) {
    return (g, s, t) -> {
      s[0] = b1 * s[0] + (1 - b1) * g;
      s[1] = b2 * s[1] + (1 - b2) * (g - s[0]) * (g - s[0]) + epsilon;
      double root = Math.sqrt(s[1] / (1 - Math.pow(b2, t)));
      return eta * s[0] / (1 - Math.pow(b1, t)) / (root + epsilon);
    };
  }

  private static void moments(double g, double[] s, double b1, double b2) {
    s[0] = b1 * s[0] + (1 - b1) * g;
    s[1] = b2 * s[1] + (1 - b2) * g * g;
  }
}
