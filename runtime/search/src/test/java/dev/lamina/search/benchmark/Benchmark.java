package dev.lamina.search.benchmark;

import dev.lamina.dsl.Search;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Sampler;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function to search.
 *
 * @param name its name
 * @param params its parameters
 * @param function what is minimized
 * @param least its least value
 */
record Benchmark(
    String name, List<Param<?>> params, ToDoubleFunction<Choices> function, double least) {

  Benchmark {
    params = List.copyOf(params);
  }

  /** How far above the least value the best trial of each of so many searches is. */
  double[] regrets(Sampler sampler, int trials, int window, int searches) {
    return IntStream.range(0, searches)
        .mapToDouble(seed -> regret(sampler, trials, window, seed))
        .toArray();
  }

  /** How far above the least value the best of the first so many trials of each search is. */
  double[][] regrets(Sampler sampler, int[] trials, int searches) {
    int most = IntStream.of(trials).max().orElseThrow();
    double[][] regrets = new double[trials.length][searches];
    for (int seed = 0; seed < searches; seed++) {
      List<Trial> all = search(sampler, most, 1, seed).trials();
      for (int each = 0; each < trials.length; each++) {
        double best =
            all.stream()
                .limit(trials[each])
                .mapToDouble(trial -> trial.value().getAsDouble())
                .min()
                .orElseThrow();
        regrets[each][seed] = best - least;
      }
    }
    return regrets;
  }

  private double regret(Sampler sampler, int trials, int window, long seed) {
    return search(sampler, trials, window, seed).best().value().getAsDouble() - least;
  }

  private SearchResult search(Sampler sampler, int trials, int window, long seed) {
    SearchPlan plan =
        Search.search(params.toArray(Param<?>[]::new)).trials(trials).window(window).seed(seed);
    return Tuner.using(sampler).minimize(plan, function);
  }

  @Override
  public String toString() {
    return name;
  }
}
