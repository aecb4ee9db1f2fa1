package dev.lamina.search.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the scales that explain values best. */
final class Fit {

  private static final double SHORTEST = 0.02;
  private static final double LONGEST = 50;
  private static final double LEAST_SIGNAL = 0.05;
  private static final double MOST_SIGNAL = 100;
  private static final double MOST_NOISE = 1;

  /** Where it starts, always the same: lengths for each root of a dimension. */
  private static final List<Double> LENGTHS = List.of(0.15, 0.4, 1.0);

  private static final List<Double> NOISES = List.of(1e-4, 1e-1);
  private static final int STEPS = 25;
  private static final double GAIN = 1e-2;
  private static final double REACH = 1;

  private Fit() {}

  /** Of values at these points. */
  static Scales of(Metric metric, List<double[]> points, double[] values) {
    int size = metric.size();
    Evidence evidence = new Evidence(metric, points, values);
    double[] low = Scales.all(size, SHORTEST, LEAST_SIGNAL, Scales.LEAST_NOISE).logs();
    double[] high = Scales.all(size, LONGEST, MOST_SIGNAL, MOST_NOISE).logs();
    BoxDescent best =
        starts(size).stream()
            .map(start -> new BoxDescent(evidence, low, high, start.logs()))
            .min(Comparator.comparingDouble(BoxDescent::value))
            .orElseThrow();
    return new Scales(best.walk(STEPS, GAIN, REACH).point());
  }

  private static List<Scales> starts(int size) {
    List<Scales> starts = new ArrayList<>();
    for (double length : LENGTHS) {
      for (double noise : NOISES) {
        starts.add(Scales.all(size, length * StrictMath.sqrt(size), 1, noise));
      }
    }
    return starts;
  }
}
