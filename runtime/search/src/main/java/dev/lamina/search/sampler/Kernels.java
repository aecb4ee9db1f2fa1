package dev.lamina.search.sampler;

import java.util.random.RandomGenerator;

/** What each kernel of a {@link ParzenEstimator} is in one dimension. */
interface Kernels {

  /** A place at random of this kernel. */
  double draw(int kernel, RandomGenerator random);

  /** Adds to each kernel's sum the logarithm of its density, or mass of the cell, at this place. */
  void addLogs(double place, double[] sums);
}
