package dev.lamina.search.sampler;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density that is the weighted sum of kernels, each the product of one kernel per dimension:
 * {@code p(x) = Σᵢ wᵢ Πⱼ kᵢⱼ(xⱼ)} (Parzen, 1962).
 */
final class ParzenEstimator {

  private static final double NEGLIGIBLE = -37;

  private final double[] weights;
  private final double[] logWeights;
  private final List<Kernels> dimensions;

  /**
   * Of kernels with these weights, which need not add up to 1.
   *
   * @param weights the weight of each kernel
   * @param dimensions what the kernels are in each dimension
   */
  ParzenEstimator(double[] weights, List<Kernels> dimensions) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    this.weights = weights.clone();
    this.logWeights = weights.clone();
    for (int each = 0; each < weights.length; each++) {
      this.weights[each] /= total;
      this.logWeights[each] = StrictMath.log(this.weights[each]);
    }
    this.dimensions = List.copyOf(dimensions);
  }

  /** A point at random. */
  double[] draw(RandomGenerator random) {
    int kernel = kernel(random.nextDouble());
    return dimensions.stream().mapToDouble(each -> each.draw(kernel, random)).toArray();
  }

  /** The logarithm of the density at this point. */
  double logDensity(double[] point) {
    double[] logs = logWeights.clone();
    for (int each = 0; each < point.length; each++) {
      dimensions.get(each).addLogs(point[each], logs);
    }
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double sum = 0;
    for (double log : logs) {
      // What is less is lost beside the largest anyway, and exponentials take most of the time.
      sum += log - most > NEGLIGIBLE ? StrictMath.exp(log - most) : 0;
    }
    return most + StrictMath.log(sum);
  }

  private int kernel(double share) {
    double sum = 0;
    for (int each = 0; each < weights.length - 1; each++) {
      sum += weights[each];
      if (share < sum) {
        return each;
      }
    }
    return weights.length - 1;
  }
}
