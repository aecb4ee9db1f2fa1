package dev.lamina.dsl.layer;

/** How the weights of a layer start. */
public sealed interface Initializer permits Constant, VarianceScaling {

  /** Calls the method for this kind of start. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind. */
  interface Cases<R> {

    /** Every weight the same. */
    R constant(Constant constant);

    /** Random weights, scaled by the width of the layer. */
    R varianceScaling(VarianceScaling varianceScaling);
  }
}
