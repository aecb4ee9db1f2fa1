package dev.lamina.dsl.optimizer;

/** How weights move along the gradient g of the loss, averaged over a mini-batch. */
public sealed interface Optimizer
    permits Sgd,
        Adam,
        Momentum,
        Nesterov,
        AdaGrad,
        RmsProp,
        AdamW,
        AmsGrad,
        AdaMax,
        AdaDelta,
        Nadam,
        Lion,
        AdaBelief {

  /** The learning rate, eta, over time. */
  Schedule learningRate();

  /** The same optimizer with this learning rate. */
  Optimizer learningRate(double eta);

  /**
   * How much of a weight, times the learning rate, an update takes away apart from the gradient; 0
   * unless the optimizer is one of decoupled weight decay.
   */
  default double weightDecay() {
    return 0;
  }

  /** The same for biases; 0 unless the optimizer says that they decay. */
  default double biasWeightDecay() {
    return 0;
  }

  /** Calls the method for this optimizer. */
  <R> R accept(Cases<R> cases);

  /** Handles each optimizer. */
  interface Cases<R> {

    /** w - eta g. */
    R sgd(Sgd sgd);

    /** Adaptive moments. */
    R adam(Adam adam);

    /** Descent with a velocity. */
    R momentum(Momentum momentum);

    /** Descent with a velocity, looked ahead. */
    R nesterov(Nesterov nesterov);

    /** Rates that shrink with the sum of squares. */
    R adaGrad(AdaGrad adaGrad);

    /** Rates by the mean of squares. */
    R rmsProp(RmsProp rmsProp);

    /** Adaptive moments with decoupled weight decay. */
    R adamW(AdamW adamW);

    /** Adaptive moments with the largest mean of squares. */
    R amsGrad(AmsGrad amsGrad);

    /** Adaptive moments with the largest gradient. */
    R adaMax(AdaMax adaMax);

    /** Steps in the unit of the weights. */
    R adaDelta(AdaDelta adaDelta);

    /** Adaptive moments with Nesterov's momentum. */
    R nadam(Nadam nadam);

    /** The sign of a mean of gradients. */
    R lion(Lion lion);

    /** Adaptive moments with the variance of gradients. */
    R adaBelief(AdaBelief adaBelief);
  }
}
