package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best trials, and what each of them counts.
 *
 * <p>The {@code r}-th best of {@code k} counts {@code ln(k + 1) - ln r}, as in a generation of
 * CMA-ES (Hansen and Ostermeier, 2001), times what makes it 1 in the mean. Trials that are alike
 * count the same.
 *
 * @param trials the best first
 * @param weights what each counts
 */
record Elite(List<Observation> trials, double[] weights) {

  /**
   * So many of the best.
   *
   * @param tiers all trials, the best first, those together that are alike
   * @param size how many, at most all
   */
  static Elite of(List<List<Observation>> tiers, int size) {
    double[] byRank =
        IntStream.rangeClosed(1, size)
            .mapToDouble(rank -> StrictMath.log(size + 1.0) - StrictMath.log(rank))
            .toArray();
    double[] weights = new double[size];
    double all = mean(byRank, 0, size);
    int from = 0;
    for (List<Observation> tier : tiers) {
      int to = Math.min(from + tier.size(), size);
      Arrays.fill(weights, from, to, mean(byRank, from, to) / all);
      from = to;
    }
    return new Elite(tiers.stream().flatMap(List::stream).limit(size).toList(), weights);
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(1);
  }
}
