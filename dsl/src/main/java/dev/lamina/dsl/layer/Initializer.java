package dev.lamina.dsl.layer;

/** How the weights, or the biases, of a layer start. */
public sealed interface Initializer
    permits Constant, VarianceScaling, Uniform, Normal, TruncatedNormal, Orthogonal, Identity {

  /** Whether it makes sense for matrices only, so that biases cannot start so. */
  default boolean isMatrix() {
    return false;
  }

  /** Calls the method for this kind of start. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind. */
  interface Cases<R> {

    /** Every weight the same. */
    R constant(Constant constant);

    /** Random weights, scaled by the width of the layer. */
    R varianceScaling(VarianceScaling varianceScaling);

    /** Random weights between two bounds. */
    R uniform(Uniform uniform);

    /** Normal weights. */
    R normal(Normal normal);

    /** Normal weights within two standard deviations. */
    R truncatedNormal(TruncatedNormal truncatedNormal);

    /** A random orthogonal matrix. */
    R orthogonal(Orthogonal orthogonal);

    /** Ones on the diagonal. */
    R identity(Identity identity);
  }
}
