package dev.lamina.search.benchmark;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Functions whose least values are known; {@code optuna_benchmarks.py} has the same.
 *
 * <p>They helped to choose the defaults of samplers. The last six and their least values are those
 * of Surjanovic and Bingham, "Virtual Library of Simulation Experiments" (2013).
 */
final class BenchmarkFunctions {

  private static final double[] ALPHA = {1, 1.2, 3, 3.2};
  private static final double[][] A3 = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
  private static final double[][] P3 = {
    {3689, 1170, 2673}, {4699, 4387, 7470}, {1091, 8732, 5547}, {381, 5743, 8828}
  };
  private static final double[][] A6 = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] P6 = {
    {1312, 1696, 5569, 124, 8283, 5886},
    {2329, 4135, 8307, 3736, 1004, 9991},
    {2348, 1451, 3522, 2883, 3047, 6650},
    {4047, 8828, 8732, 5743, 1091, 381}
  };

  private BenchmarkFunctions() {}

  static List<Benchmark> all() {
    return List.of(
        reals(
            "branin",
            List.of(real("x0", -5, 10), real("x1", 0, 15)),
            BenchmarkFunctions::branin,
            0.397887),
        reals("hartmann3", cube(3, 0, 1), BenchmarkFunctions::hartmann3, -3.86278),
        reals("hartmann6", cube(6, 0, 1), BenchmarkFunctions::hartmann6, -3.32237),
        reals("quadratic1", cube(1, -5, 5), x -> square(x[0] - 3), 0),
        reals(
            "q1_lognormal",
            List.of(real("x0", Math.exp(-6), Math.exp(6)).log()),
            x -> Math.min(0.1 * square(x[0] - 10), 10),
            0),
        reals("rosenbrock2", cube(2, -2, 2), BenchmarkFunctions::rosenbrock, 0),
        reals("ackley5", cube(5, -32.768, 32.768), BenchmarkFunctions::ackley, 0),
        reals("levy4", cube(4, -10, 10), BenchmarkFunctions::levy, 0),
        mixed(),
        reals(
            "camel",
            List.of(real("x0", -3, 3), real("x1", -2, 2)),
            BenchmarkFunctions::camel,
            -1.0316284535),
        reals("goldstein", cube(2, -2, 2), BenchmarkFunctions::goldstein, Math.log(3)),
        reals("styblinski4", cube(4, -5, 5), BenchmarkFunctions::styblinski, -156.664663),
        reals("griewank3", cube(3, -600, 600), BenchmarkFunctions::griewank, 0),
        reals("rastrigin3", cube(3, -5.12, 5.12), BenchmarkFunctions::rastrigin, 0),
        reals("colville", cube(4, -10, 10), BenchmarkFunctions::colville, 0));
  }

  static double hartmann3(double... x) {
    return hartmann(x, A3, P3);
  }

  static double hartmann6(double... x) {
    return hartmann(x, A6, P6);
  }

  static double branin(double... x) {
    double bent = x[1] - 5.1 / (4 * square(Math.PI)) * square(x[0]) + 5 / Math.PI * x[0] - 6;
    return square(bent) + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x[0]) + 10;
  }

  static double rosenbrock(double... x) {
    return 100 * square(x[1] - square(x[0])) + square(1 - x[0]);
  }

  static double ackley(double... x) {
    double squares = DoubleStream.of(x).map(BenchmarkFunctions::square).average().orElseThrow();
    double waves = DoubleStream.of(x).map(v -> Math.cos(2 * Math.PI * v)).average().orElseThrow();
    return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
  }

  static double levy(double... x) {
    double[] w = DoubleStream.of(x).map(v -> 1 + (v - 1) / 4).toArray();
    double sum = square(Math.sin(Math.PI * w[0]));
    for (int each = 0; each < w.length - 1; each++) {
      sum += square(w[each] - 1) * (1 + 10 * square(Math.sin(Math.PI * w[each] + 1)));
    }
    double last = w[w.length - 1];
    return sum + square(last - 1) * (1 + square(Math.sin(2 * Math.PI * last)));
  }

  /** With six humps. */
  static double camel(double... x) {
    double first = square(x[0]);
    double second = square(x[1]);
    return (4 - 2.1 * first + square(first) / 3) * first + x[0] * x[1] + (4 * second - 4) * second;
  }

  /** The logarithm of the function of Goldstein and Price, which spans six powers of ten. */
  static double goldstein(double... x) {
    double a = x[0];
    double b = x[1];
    double sum = 19 - 14 * a + 3 * a * a - 14 * b + 6 * a * b + 3 * b * b;
    double mix = 18 - 32 * a + 12 * a * a + 48 * b - 36 * a * b + 27 * b * b;
    return Math.log((1 + square(a + b + 1) * sum) * (30 + square(2 * a - 3 * b) * mix));
  }

  static double styblinski(double... x) {
    return DoubleStream.of(x).map(v -> square(square(v)) - 16 * square(v) + 5 * v).sum() / 2;
  }

  static double griewank(double... x) {
    double waves = 1;
    for (int each = 0; each < x.length; each++) {
      waves *= Math.cos(x[each] / Math.sqrt(each + 1));
    }
    return DoubleStream.of(x).map(BenchmarkFunctions::square).sum() / 4000 - waves + 1;
  }

  static double rastrigin(double... x) {
    return DoubleStream.of(x).map(v -> 10 + square(v) - 10 * Math.cos(2 * Math.PI * v)).sum();
  }

  static double colville(double... x) {
    return 100 * square(square(x[0]) - x[1])
        + square(x[0] - 1)
        + square(x[2] - 1)
        + 90 * square(square(x[2]) - x[3])
        + 10.1 * (square(x[1] - 1) + square(x[3] - 1))
        + 19.8 * (x[1] - 1) * (x[3] - 1);
  }

  /** Numbers whole and real, even and logarithmic, with a choice and a flag that matter. */
  private static Benchmark mixed() {
    IntParam depth = integer("depth", 1, 8);
    IntParam width = integer("width", 8, 512).log();
    RealParam rate = real("rate", 1e-5, 1).log();
    ChoiceParam<Integer> kind = choice("kind", 0, 1, 2);
    FlagParam deep = flag("flag");
    double[] offsets = {0.2, 0, 0.4};
    return new Benchmark(
        "mixed",
        List.of(depth, width, rate, kind, deep),
        pick -> {
          double log = Math.log10(pick.get(rate));
          double octaves = Math.log(pick.get(width)) / Math.log(2);
          return 0.3 * square(log + 2.5 + 0.2 * pick.get(kind))
              + 0.05 * square(pick.get(depth) - (pick.get(deep) ? 4 : 5))
              + 0.2 * square(octaves - 6)
              + offsets[pick.get(kind)]
              + (pick.get(deep) ? 0 : 0.1 * Math.abs(log));
        },
        0);
  }

  private static double hartmann(double[] x, double[][] a, double[][] p) {
    double value = 0;
    for (int row = 0; row < ALPHA.length; row++) {
      double sum = 0;
      for (int each = 0; each < x.length; each++) {
        sum += a[row][each] * square(x[each] - 1e-4 * p[row][each]);
      }
      value -= ALPHA[row] * Math.exp(-sum);
    }
    return value;
  }

  static double square(double x) {
    return x * x;
  }

  static Benchmark reals(
      String name, List<RealParam> params, ToDoubleFunction<double[]> function, double least) {
    return new Benchmark(
        name,
        List.copyOf(params),
        pick -> function.applyAsDouble(params.stream().mapToDouble(pick::get).toArray()),
        least);
  }

  static List<RealParam> cube(int dimensions, double low, double high) {
    List<RealParam> params = new ArrayList<>();
    for (int each = 0; each < dimensions; each++) {
      params.add(real("x" + each, low, high));
    }
    return params;
  }
}
