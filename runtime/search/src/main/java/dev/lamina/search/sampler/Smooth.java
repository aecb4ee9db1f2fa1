package dev.lamina.search.sampler;

/** A function that has a gradient. */
interface Smooth {

  /** The function at this point. */
  Tangent at(double[] point);
}
