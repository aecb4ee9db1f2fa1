package dev.lamina.search.benchmark;

import dev.lamina.dsl.Search;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.SearchPlan;
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

  private double regret(Sampler sampler, int trials, int window, long seed) {
    SearchPlan plan =
        Search.search(params.toArray(Param<?>[]::new)).trials(trials).window(window).seed(seed);
    Trial best = Tuner.using(sampler).minimize(plan, function).best();
    return best.value().getAsDouble() - least;
  }

  @Override
  public String toString() {
    return name;
  }
}
