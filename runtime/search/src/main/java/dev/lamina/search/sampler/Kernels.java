package dev.lamina.search.sampler;

import java.util.random.RandomGenerator;

/** What each kernel of a {@link ParzenEstimator} is in one dimension. */
interface Kernels {

  /** A place at random of this kernel. */
  double draw(int kernel, RandomGenerator random);

  /** The logarithm of each kernel's density, or mass of the cell, at this place. */
  double[] logs(double place);
}
