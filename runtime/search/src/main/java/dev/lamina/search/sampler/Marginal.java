package dev.lamina.search.sampler;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A density of one parameter by itself, {@code Σᵢ wᵢ kᵢ(x)}. It remembers what it worked out: a
 * parameter of few values is asked for each of them often.
 */
final class Marginal {

  private final Kernels kernels;
  private final double[] logWeights;
  private final Map<Double, Known> known = new HashMap<>();

  /** Of these kernels, whose weights have these logarithms. */
  Marginal(Kernels kernels, double[] logWeights) {
    this.kernels = kernels;
    this.logWeights = logWeights;
  }

  /** A place at random of this kernel. */
  double draw(int kernel, RandomGenerator random) {
    return kernels.draw(kernel, random);
  }

  /**
   * Adds to each kernel's sum the logarithm of its density, or mass of the cell, at this place.
   *
   * @return the logarithm of the density of all
   */
  double addLogs(double place, double[] sums) {
    Known here = known.computeIfAbsent(place, this::at);
    for (int each = 0; each < sums.length; each++) {
      sums[each] += here.logs[each];
    }
    return here.logDensity;
  }

  private Known at(double place) {
    double[] logs = kernels.logs(place);
    double[] weighted = logs.clone();
    for (int each = 0; each < weighted.length; each++) {
      weighted[each] += logWeights[each];
    }
    return new Known(logs, ParzenEstimator.logSum(weighted));
  }

  private record Known(double[] logs, double logDensity) {}
}
