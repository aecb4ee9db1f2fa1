package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Questions to samplers as a study would put them. */
final class Questions {

  private Questions() {}

  /** For the trial after these, where each point is admitted. */
  static Ask after(Space space, List<Observation> trials, long seed) {
    int number = trials.size();
    return new Ask(
        space, trials, number, 1, seed, new SplittableRandom(seed * 31 + number), point -> true);
  }

  /** A complete trial. */
  static Observation complete(int number, double loss, double... point) {
    return new Observation(
        number, Observation.State.COMPLETE, point, new double[] {loss}, new TreeMap<>());
  }

  /** A trial that is only known to run. */
  static Observation running(int number, double... point) {
    return new Observation(
        number, Observation.State.RUNNING, point, new double[0], new TreeMap<>());
  }

  /** A trial that gave nothing. */
  static Observation failed(int number, double... point) {
    return new Observation(number, Observation.State.FAILED, point, new double[0], new TreeMap<>());
  }

  /** A trial that was pruned after this report. */
  static Observation pruned(int number, int step, double loss, double... point) {
    TreeMap<Integer, Double> reports = new TreeMap<>();
    reports.put(step, loss);
    return new Observation(number, Observation.State.PRUNED, point, new double[0], reports);
  }
}
