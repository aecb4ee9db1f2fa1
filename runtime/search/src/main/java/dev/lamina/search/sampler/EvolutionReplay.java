package dev.lamina.search.sampler;

import dev.lamina.search.space.Magnitude;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;
import org.hipparchus.random.RandomGenerator;

/**
 * Runs the optimizer, which cannot be asked for points, anew from its beginning: answers for those
 * of generations that are done, and stops it after the generation that follows.
 *
 * <p>Points that were known are tried in place of the first that it draws, of which it would learn
 * that they are bad. After each generation in which there are some, it begins anew at the best of
 * all trials so far.
 *
 * <p>It ends where losses differ by less than 1e-12. They are divided by the power of two that fits
 * how far the better half of the first generation is apart, so that what is searched does not
 * depend on their scale, nor on one of them that is huge.
 */
final class EvolutionReplay {

  private static final double SIGMA = 0.3;
  private static final double MIDDLE = 0.5;
  private static final int RESAMPLED = 10;

  /** The optimizer subtracts losses from each other. */
  private static final double MOST = 1e100;

  private final Space space;
  private final List<Observation> done;
  private final int population;
  private final int exponent;
  private final RandomGenerator random;
  private final List<double[]> next = new ArrayList<>();

  /** How many of the first trials are not where they were drawn. */
  private int known;

  private int trial;

  /**
   * After these trials.
   *
   * @param done the trials of whole generations
   */
  EvolutionReplay(Space space, long seed, List<Observation> done, int population) {
    this.space = space;
    this.done = done;
    this.population = population;
    this.exponent = exponent(done, population);
    this.random = new MersenneTwister(seed);
  }

  /** The points of the next generation; fewer if the optimizer would not go on. */
  List<double[]> next() {
    int before = -1;
    double[] start = all(MIDDLE);
    while (trial > before) {
      before = trial;
      try {
        run(start);
        start = space.dimensions().stream().mapToDouble(any -> random.nextDouble()).toArray();
      } catch (FoundException found) {
        return next;
      } catch (KnownException other) {
        start = best(done.subList(0, trial));
      }
    }
    return next;
  }

  private void run(double[] start) {
    // Called as an objective first for the start, which is no trial.
    MultivariateFunction losses = new Losses();
    new CMAESOptimizer(
            Integer.MAX_VALUE, 0, true, 0, RESAMPLED, random, false, (step, last, now) -> false)
        .optimize(
            new MaxEval(Integer.MAX_VALUE),
            new ObjectiveFunction(losses),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new SimpleBounds(all(0), all(1)),
            new CMAESOptimizer.PopulationSize(population),
            new CMAESOptimizer.Sigma(all(SIGMA)));
  }

  /** Of the first generations in which losses differ: before, their scale does not matter. */
  private static int exponent(List<Observation> done, int population) {
    for (int end = population; end <= done.size(); end += population) {
      double[] losses =
          done.subList(0, end).stream()
              .filter(EvolutionReplay::isComplete)
              .mapToDouble(Observation::loss)
              .toArray();
      OptionalInt exponent = Magnitude.of(losses);
      if (exponent.isPresent()) {
        return exponent.getAsInt();
      }
    }
    return 0;
  }

  private double loss(double[] point) {
    if (trial >= done.size()) {
      next.add(point.clone());
      if (next.size() == population) {
        throw new FoundException();
      }
      return 0;
    }
    Observation tried = done.get(trial);
    boolean isDrawn = isAt(tried, space.snap(point));
    if (!isDrawn && trial == known) {
      known++;
    }
    if (isDrawn && isComplete(tried)) {
      return scaled(tried);
    }
    int first = trial - trial % population;
    return done.subList(first, first + population).stream()
        .filter(EvolutionReplay::isComplete)
        .mapToDouble(this::scaled)
        .max()
        .orElse(0);
  }

  /** The middle of what it did not read; of everything if no trial is complete. */
  private double[] best(List<Observation> trials) {
    double[] point = all(MIDDLE);
    trials.stream()
        .filter(EvolutionReplay::isComplete)
        .min(Comparator.comparingDouble(Observation::loss))
        .ifPresent(
            best ->
                Arrays.setAll(
                    point, each -> Double.isNaN(best.place(each)) ? MIDDLE : best.place(each)));
    return point;
  }

  private double[] all(double value) {
    double[] values = new double[space.size()];
    Arrays.fill(values, value);
    return values;
  }

  private static boolean isComplete(Observation trial) {
    return trial.state() == Observation.State.COMPLETE;
  }

  /** A parameter that was not read is the same everywhere. */
  private static boolean isAt(Observation trial, double[] point) {
    for (int each = 0; each < point.length; each++) {
      double place = trial.place(each);
      if (!Double.isNaN(place) && Math.abs(place - point[each]) > 1e-9) {
        return false;
      }
    }
    return true;
  }

  private double scaled(Observation trial) {
    return Math.max(-MOST, Math.min(MOST, Math.scalb(trial.loss(), -exponent)));
  }

  private final class Losses implements MultivariateFunction {

    private boolean isStarted;

    @Override
    public double value(double[] point) {
      if (!isStarted) {
        isStarted = true;
        return MOST;
      }
      double loss = loss(point);
      trial++;
      if (trial % population == 0 && known > trial - population) {
        throw new KnownException();
      }
      return loss;
    }
  }

  /** Ends the optimizer, which drew others than the points that were known. */
  private static final class KnownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private KnownException() {
      super("known", null, false, false);
    }
  }

  /** Ends the optimizer. */
  private static final class FoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private FoundException() {
      super("found", null, false, false);
    }
  }
}
