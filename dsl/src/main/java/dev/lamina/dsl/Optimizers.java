package dev.lamina.dsl;

import dev.lamina.dsl.optimizer.AdaBelief;
import dev.lamina.dsl.optimizer.AdaDelta;
import dev.lamina.dsl.optimizer.AdaGrad;
import dev.lamina.dsl.optimizer.AdaMax;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.AdamW;
import dev.lamina.dsl.optimizer.AmsGrad;
import dev.lamina.dsl.optimizer.Lion;
import dev.lamina.dsl.optimizer.Momentum;
import dev.lamina.dsl.optimizer.Nadam;
import dev.lamina.dsl.optimizer.Nesterov;
import dev.lamina.dsl.optimizer.RmsProp;
import dev.lamina.dsl.optimizer.Schedule;
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

  /** Stochastic gradient descent, with a learning rate that changes. */
  public static Sgd sgd(Schedule learningRate) {
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

  /** Adam, beta1 0.9, beta2 0.999, epsilon 1e-8, with a learning rate that changes. */
  public static Adam adam(Schedule learningRate) {
    return new Adam(learningRate);
  }

  /** Gradient descent with Polyak's momentum, learning rate 0.01, gamma 0.9. */
  public static Momentum momentum() {
    return new Momentum();
  }

  /** Gradient descent with Polyak's momentum, gamma 0.9. */
  public static Momentum momentum(double learningRate) {
    return new Momentum(learningRate);
  }

  /** Gradient descent with Polyak's momentum, gamma 0.9, with a learning rate that changes. */
  public static Momentum momentum(Schedule learningRate) {
    return new Momentum(learningRate);
  }

  /** Nesterov's accelerated gradient, learning rate 0.01, gamma 0.9. */
  public static Nesterov nesterov() {
    return new Nesterov();
  }

  /** Nesterov's accelerated gradient, gamma 0.9. */
  public static Nesterov nesterov(double learningRate) {
    return new Nesterov(learningRate);
  }

  /** Nesterov's accelerated gradient, gamma 0.9, with a learning rate that changes. */
  public static Nesterov nesterov(Schedule learningRate) {
    return new Nesterov(learningRate);
  }

  /** AdaGrad, learning rate 0.01, initialAccumulator 0, delta 1e-8. */
  public static AdaGrad adaGrad() {
    return new AdaGrad();
  }

  /** AdaGrad, initialAccumulator 0, delta 1e-8. */
  public static AdaGrad adaGrad(double learningRate) {
    return new AdaGrad(learningRate);
  }

  /** AdaGrad, initialAccumulator 0, delta 1e-8, with a learning rate that changes. */
  public static AdaGrad adaGrad(Schedule learningRate) {
    return new AdaGrad(learningRate);
  }

  /** RMSProp, learning rate 0.001, rho 0.9, delta 1e-8. */
  public static RmsProp rmsProp() {
    return new RmsProp();
  }

  /** RMSProp, rho 0.9, delta 1e-8. */
  public static RmsProp rmsProp(double learningRate) {
    return new RmsProp(learningRate);
  }

  /** RMSProp, rho 0.9, delta 1e-8, with a learning rate that changes. */
  public static RmsProp rmsProp(Schedule learningRate) {
    return new RmsProp(learningRate);
  }

  /**
   * Adam with decoupled weight decay, learning rate 0.001, weightDecay 0.004, beta1 0.9, beta2
   * 0.999, epsilon 1e-8.
   */
  public static AdamW adamW() {
    return new AdamW();
  }

  /** Adam with decoupled weight decay, weightDecay 0.004, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static AdamW adamW(double learningRate) {
    return new AdamW(learningRate);
  }

  /**
   * Adam with decoupled weight decay, weightDecay 0.004, beta1 0.9, beta2 0.999, epsilon 1e-8, with
   * a learning rate that changes.
   */
  public static AdamW adamW(Schedule learningRate) {
    return new AdamW(learningRate);
  }

  /** AMSGrad, learning rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static AmsGrad amsGrad() {
    return new AmsGrad();
  }

  /** AMSGrad, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static AmsGrad amsGrad(double learningRate) {
    return new AmsGrad(learningRate);
  }

  /** AMSGrad, beta1 0.9, beta2 0.999, epsilon 1e-8, with a learning rate that changes. */
  public static AmsGrad amsGrad(Schedule learningRate) {
    return new AmsGrad(learningRate);
  }

  /** AdaMax, learning rate 0.001, beta1 0.9, beta2 0.999, epsilon 0. */
  public static AdaMax adaMax() {
    return new AdaMax();
  }

  /** AdaMax, beta1 0.9, beta2 0.999, epsilon 0. */
  public static AdaMax adaMax(double learningRate) {
    return new AdaMax(learningRate);
  }

  /** AdaMax, beta1 0.9, beta2 0.999, epsilon 0, with a learning rate that changes. */
  public static AdaMax adaMax(Schedule learningRate) {
    return new AdaMax(learningRate);
  }

  /** AdaDelta, learning rate 1, rho 0.95, epsilon 1e-6. */
  public static AdaDelta adaDelta() {
    return new AdaDelta();
  }

  /** AdaDelta, rho 0.95, epsilon 1e-6. */
  public static AdaDelta adaDelta(double learningRate) {
    return new AdaDelta(learningRate);
  }

  /** AdaDelta, rho 0.95, epsilon 1e-6, with a learning rate that changes. */
  public static AdaDelta adaDelta(Schedule learningRate) {
    return new AdaDelta(learningRate);
  }

  /** Nadam, learning rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static Nadam nadam() {
    return new Nadam();
  }

  /** Nadam, beta1 0.9, beta2 0.999, epsilon 1e-8. */
  public static Nadam nadam(double learningRate) {
    return new Nadam(learningRate);
  }

  /** Nadam, beta1 0.9, beta2 0.999, epsilon 1e-8, with a learning rate that changes. */
  public static Nadam nadam(Schedule learningRate) {
    return new Nadam(learningRate);
  }

  /** Lion, learning rate 0.001, beta1 0.9, beta2 0.99. */
  public static Lion lion() {
    return new Lion();
  }

  /** Lion, beta1 0.9, beta2 0.99. */
  public static Lion lion(double learningRate) {
    return new Lion(learningRate);
  }

  /** Lion, beta1 0.9, beta2 0.99, with a learning rate that changes. */
  public static Lion lion(Schedule learningRate) {
    return new Lion(learningRate);
  }

  /** AdaBelief, learning rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-16. */
  public static AdaBelief adaBelief() {
    return new AdaBelief();
  }

  /** AdaBelief, beta1 0.9, beta2 0.999, epsilon 1e-16. */
  public static AdaBelief adaBelief(double learningRate) {
    return new AdaBelief(learningRate);
  }

  /** AdaBelief, beta1 0.9, beta2 0.999, epsilon 1e-16, with a learning rate that changes. */
  public static AdaBelief adaBelief(Schedule learningRate) {
    return new AdaBelief(learningRate);
  }
}
