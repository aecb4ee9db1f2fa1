package dev.lamina.dsl;

import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.Sgd;

/** How weights move along the gradient. */
public final class Optimizers {

  private Optimizers() {}

  /** Stochastic gradient descent, learning rate 0.01. */
  public static Sgd sgd() {
    return new Sgd();
  }

  /** Stochastic gradient descent. */
  public static Sgd sgd(double learningRate) {
    return new Sgd(learningRate);
  }

  /** Adam, learning rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static Adam adam() {
    return new Adam();
  }

  /** Adam, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static Adam adam(double learningRate) {
    return new Adam(learningRate);
  }
}
