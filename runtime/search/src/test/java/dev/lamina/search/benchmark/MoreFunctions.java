package dev.lamina.search.benchmark;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.search.benchmark.BenchmarkFunctions.cube;
import static dev.lamina.search.benchmark.BenchmarkFunctions.reals;
import static dev.lamina.search.benchmark.BenchmarkFunctions.square;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Functions to compare the estimator by; {@code optuna_benchmarks.py} has the same.
 *
 * <p>The first ten helped to choose between ways to make its densities. Nobody looked at the last
 * five then. All but {@code tuning} and {@code forest} and their least values are those of
 * Surjanovic and Bingham, "Virtual Library of Simulation Experiments" (2013).
 */
final class MoreFunctions {

  private static final double[] BETA = {1, 2, 2, 4, 4, 6, 3, 7, 5, 5};
  private static final double[][] HOLES = {
    {4, 4}, {1, 1}, {8, 8}, {6, 6}, {3, 7}, {2, 9}, {5, 3}, {8, 1}, {6, 2}, {7, 3.6}
  };

  private MoreFunctions() {}

  static List<Benchmark> all() {
    return List.of(
        reals("beale", cube(2, -4.5, 4.5), MoreFunctions::beale, 0),
        reals("schwefel3", cube(3, -500, 500), MoreFunctions::schwefel, 0),
        reals("michalewicz5", cube(5, 0, Math.PI), MoreFunctions::michalewicz, -4.687658),
        reals("zakharov4", cube(4, -5, 10), MoreFunctions::zakharov, 0),
        reals("dixonprice4", cube(4, -10, 10), MoreFunctions::dixonPrice, 0),
        reals("shekel4", cube(4, 0, 10), MoreFunctions::shekel, -10.5364),
        reals("dropwave", cube(2, -5.12, 5.12), MoreFunctions::dropWave, -1),
        reals("powell4", cube(4, -4, 5), MoreFunctions::powell, 0),
        reals(
            "mccormick",
            List.of(real("x0", -1.5, 4), real("x1", -3, 4)),
            MoreFunctions::mcCormick,
            -1.913222955),
        tuning(),
        reals("himmelblau", cube(2, -5, 5), MoreFunctions::himmelblau, 0),
        reals("alpine4", cube(4, -10, 10), MoreFunctions::alpine, 0),
        reals("trid5", cube(5, -25, 25), MoreFunctions::trid, -30),
        reals("bukin6", List.of(real("x0", -15, -5), real("x1", -3, 3)), MoreFunctions::bukin, 0),
        forest());
  }

  static double beale(double... x) {
    double y = x[1];
    return square(1.5 - x[0] + x[0] * y)
        + square(2.25 - x[0] + x[0] * y * y)
        + square(2.625 - x[0] + x[0] * y * y * y);
  }

  static double schwefel(double... x) {
    double waves = DoubleStream.of(x).map(v -> v * Math.sin(Math.sqrt(Math.abs(v)))).sum();
    return 418.9828872724338 * x.length - waves;
  }

  static double michalewicz(double... x) {
    return -sum(x, i -> Math.sin(x[i]) * Math.pow(Math.sin((i + 1) * x[i] * x[i] / Math.PI), 20));
  }

  static double zakharov(double... x) {
    double slope = sum(x, i -> 0.5 * (i + 1) * x[i]);
    return sum(x, i -> square(x[i])) + square(slope) + square(square(slope));
  }

  static double dixonPrice(double... x) {
    return sum(x, i -> (i + 1) * (i == 0 ? square(x[0] - 1) : square(2 * x[i] * x[i] - x[i - 1])));
  }

  static double shekel(double... x) {
    double sum = 0;
    for (int hole = 0; hole < BETA.length; hole++) {
      double[] at = HOLES[hole];
      sum += 1 / (BETA[hole] / 10 + sum(x, i -> square(x[i] - at[i % 2])));
    }
    return -sum;
  }

  static double dropWave(double... x) {
    double squares = sum(x, i -> square(x[i]));
    return -(1 + Math.cos(12 * Math.sqrt(squares))) / (0.5 * squares + 2);
  }

  static double powell(double... x) {
    return square(x[0] + 10 * x[1])
        + 5 * square(x[2] - x[3])
        + square(square(x[1] - 2 * x[2]))
        + 10 * square(square(x[0] - x[3]));
  }

  static double mcCormick(double... x) {
    return Math.sin(x[0] + x[1]) + square(x[0] - x[1]) - 1.5 * x[0] + 2.5 * x[1] + 1;
  }

  static double himmelblau(double... x) {
    return square(x[0] * x[0] + x[1] - 11) + square(x[0] + x[1] * x[1] - 7);
  }

  static double alpine(double... x) {
    return sum(x, i -> Math.abs(x[i] * Math.sin(x[i]) + 0.1 * x[i]));
  }

  static double trid(double... x) {
    return sum(x, i -> square(x[i] - 1) - (i == 0 ? 0 : x[i] * x[i - 1]));
  }

  static double bukin(double... x) {
    return 100 * Math.sqrt(Math.abs(x[1] - 0.01 * x[0] * x[0])) + 0.01 * Math.abs(x[0] + 10);
  }

  /** Like a search of hyperparameters: each of four optimizers has a learning rate of its own. */
  private static Benchmark tuning() {
    RealParam rate = real("rate", 1e-5, 1).log();
    RealParam decay = real("decay", 1e-7, 1e-1).log();
    IntParam batch = integer("batch", 16, 256).step(16);
    RealParam dropout = real("dropout", 0, 0.8).step(0.1);
    IntParam width = integer("width", 16, 1024).log();
    ChoiceParam<Integer> optimizer = choice("optimizer", 0, 1, 2, 3);
    double[] best = {-1, -2, -3, -2.5};
    double[] offsets = {0.05, 0.02, 0, 0.15};
    return new Benchmark(
        "tuning",
        List.of(rate, decay, batch, dropout, width, optimizer),
        pick -> {
          double doublings = log2(pick.get(batch) / 64.0);
          double wide = log2(pick.get(width));
          int kind = pick.get(optimizer);
          return offsets[kind]
              + 0.1 * square(Math.log10(pick.get(rate)) - best[kind] - 0.15 * doublings)
              + 0.01 * square(Math.log10(pick.get(decay)) + 4)
              + 0.02 * square(wide - 8)
              + 0.3 * square(pick.get(dropout) - 0.05 * (wide - 4))
              + 0.01 * Math.abs(doublings);
        },
        0);
  }

  /** Two flags that each want another value of a number. */
  private static Benchmark forest() {
    IntParam trees = integer("trees", 10, 500).log();
    IntParam depth = integer("depth", 2, 20).step(2);
    RealParam share = real("share", 0.1, 1);
    ChoiceParam<Integer> scale = choice("scale", 0, 1, 2, 3, 4);
    FlagParam bag = flag("bag");
    FlagParam early = flag("early");
    double[] offsets = {0.05, 0.03, 0, 0.04, 0.01};
    return new Benchmark(
        "forest",
        List.of(trees, depth, share, scale, bag, early),
        pick ->
            0.2 * square(Math.log10(pick.get(trees) / 200.0))
                + 0.005 * Math.abs(pick.get(depth) - (pick.get(bag) ? 12 : 6))
                + 0.15 * square(pick.get(share) - (pick.get(bag) ? 0.8 : 0.4))
                + offsets[pick.get(scale)]
                + (pick.get(bag) ? 0 : 0.02)
                + (pick.get(early) == pick.get(depth) > 8 ? 0 : 0.01),
        0);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static double sum(double[] x, IntToDoubleFunction term) {
    return IntStream.range(0, x.length).mapToDouble(term).sum();
  }
}
