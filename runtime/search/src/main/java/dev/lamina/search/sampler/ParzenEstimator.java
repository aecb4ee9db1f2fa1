package dev.lamina.search.sampler;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density of points, half of which takes parameters to belong together and half to be independent
 * of each other: {@code p(x) = ½ Σᵢ wᵢ λᵢ(x) Πⱼ kᵢⱼ(xⱼ) + ½ Πⱼ Σᵢ wᵢ kᵢⱼ(xⱼ)}, where {@code kᵢⱼ} is
 * the kernel of the i-th point in the j-th dimension (Parzen, 1962), and {@code λᵢ} makes it lean.
 *
 * <p>Nobody knows beforehand which of the two holds, and for few points in many dimensions the
 * first half alone knows hardly anything.
 */
final class ParzenEstimator {

  private static final double NEGLIGIBLE = -37;

  private static final double HALF = 0.5;

  private final double[] weights;
  private final double[] logWeights;
  private final List<Marginal> dimensions;
  private final LeaningKernels leaning;
  private final boolean isIndependent;

  /**
   * Of kernels with these weights, which need not add up to 1.
   *
   * @param weights the weight of each kernel
   * @param dimensions what the kernels are in each dimension
   * @param leaning how they lean
   * @param isIndependent whether it is the second half alone
   */
  ParzenEstimator(
      double[] weights, List<Kernels> dimensions, LeaningKernels leaning, boolean isIndependent) {
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
    this.dimensions = dimensions.stream().map(each -> new Marginal(each, logWeights)).toList();
    this.leaning = leaning;
    this.isIndependent = isIndependent;
  }

  /** A point at random. */
  double[] draw(RandomGenerator random) {
    int kernel = kernel(random.nextDouble());
    boolean isTogether = !isIndependent && random.nextDouble() < HALF;
    double[] point =
        dimensions.stream()
            .mapToDouble(
                each -> each.draw(isTogether ? kernel : kernel(random.nextDouble()), random))
            .toArray();
    if (isTogether) {
      leaning.draw(kernel, point, random);
    }
    return point;
  }

  /** The logarithm of the density at this point. */
  double logDensity(double[] point) {
    double[] together = logWeights.clone();
    double apart = 0;
    for (int each = 0; each < point.length; each++) {
      apart += dimensions.get(each).addLogs(point[each], together);
    }
    if (isIndependent) {
      return apart;
    }
    leaning.addLogs(point, together);
    return logSum(logSum(together), apart) + StrictMath.log(HALF);
  }

  /** {@code ln Σ exp(log)}. */
  static double logSum(double... logs) {
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
