package dev.lamina.dsl.optimizer;

/** How weights move along the gradient g of the loss, averaged over a mini-batch. */
public sealed interface Optimizer permits Sgd, Adam {

  /** The learning rate, eta. */
  double learningRate();

  /** Calls the method for this optimizer. */
  <R> R accept(Cases<R> cases);

  /** Handles each optimizer. */
  interface Cases<R> {

    /** w - eta g. */
    R sgd(Sgd sgd);

    /** Adaptive moments. */
    R adam(Adam adam);
  }
}
