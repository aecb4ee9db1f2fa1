package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.space.Observation;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Ends a trial whose best report so far is worse than what this share of the complete trials
 * reported at the same step: with 50 percent the median rule (Golovin et al. 2017, "Google
 * Vizier").
 *
 * <p>Between two reports the percentile is interpolated. A report that is NaN ends the trial in any
 * case.
 *
 * @param percentile how many trials in a hundred go on, from 0 to 100
 * @param startupTrials how many trials must be complete before others are ended; 5 by default
 * @param warmUpSteps after how many steps the first trial may be ended; 0 by default
 * @param interval how many steps there are from one look to the next; 1 by default
 * @param minTrials how many complete trials must have reported at a step for a comparison; 1 by
 *     default
 */
public record PercentilePruner(
    double percentile, int startupTrials, int warmUpSteps, int interval, int minTrials)
    implements Pruner {

  static final double MEDIAN = 50;

  private static final double ALL = 100;
  private static final int DEFAULT_STARTUP = 5;
  private static final int DEFAULT_MIN = 1;

  /** With every option at its default. */
  public PercentilePruner(double percentile) {
    this(percentile, DEFAULT_STARTUP, new Pace().warmUp(), new Pace().interval(), DEFAULT_MIN);
  }

  /** Checks the numbers. */
  public PercentilePruner {
    Requirement.of("percentilePruner", percentile)
        .that(
            percentile >= 0 && percentile <= ALL,
            "percentile",
            "a number from 0 to 100",
            percentile,
            "give how many trials in a hundred go on, such as 25");
    Requirement.of("startupTrials", startupTrials)
        .atLeast(0, "trials", startupTrials, "give how many are completed first, such as 5");
    Requirement.of("minTrials", minTrials)
        .atLeast(1, "trials", minTrials, "give how many a trial is compared with, such as 3");
    Pace.check(warmUpSteps, interval);
  }

  /** The same pruner that ends no trial before so many are complete. */
  public PercentilePruner startupTrials(int trials) {
    return new PercentilePruner(percentile, trials, warmUpSteps, interval, minTrials);
  }

  /** The same pruner that ends no trial in its first steps. */
  public PercentilePruner warmUpSteps(int steps) {
    return new PercentilePruner(percentile, startupTrials, steps, interval, minTrials);
  }

  /** The same pruner that looks at a trial once in so many steps. */
  public PercentilePruner interval(int steps) {
    return new PercentilePruner(percentile, startupTrials, warmUpSteps, steps, minTrials);
  }

  /** The same pruner that compares only where so many complete trials have reported. */
  public PercentilePruner minTrials(int trials) {
    return new PercentilePruner(percentile, startupTrials, warmUpSteps, interval, trials);
  }

  @Override
  public boolean prunes(Progress progress) {
    if (Double.isNaN(progress.loss())) {
      return true;
    }
    if (progress.complete().size() < startupTrials || !pace().isDue(progress)) {
      return false;
    }
    OptionalDouble bound = bound(progress);
    return bound.isPresent() && best(progress) > bound.getAsDouble();
  }

  @Override
  public String toString() {
    Code code =
        percentile == MEDIAN
            ? Code.call("medianPruner")
            : Code.call("percentilePruner", percentile);
    return pace()
        .appendTo(code.thenIf(startupTrials != DEFAULT_STARTUP, "startupTrials", startupTrials))
        .thenIf(minTrials != DEFAULT_MIN, "minTrials", minTrials)
        .toString();
  }

  /** The percentile of what complete trials reported at this step, if there are enough of them. */
  OptionalDouble bound(Progress progress) {
    int step = progress.step();
    long reported =
        progress.complete().stream().filter(each -> each.reports().containsKey(step)).count();
    double[] sorted =
        progress.complete().stream()
            .map(Observation::reports)
            .filter(reports -> reports.containsKey(step))
            .mapToDouble(reports -> reports.get(step))
            .filter(loss -> !Double.isNaN(loss))
            .sorted()
            .toArray();
    return reported < minTrials || sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(interpolated(sorted));
  }

  private double interpolated(double[] sorted) {
    double place = percentile / ALL * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    // Infinite losses have no difference, and need none where the place is one of them.
    return place == below
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double best(Progress progress) {
    Collection<Double> losses = progress.reports().values();
    return losses.stream()
        .mapToDouble(Double::doubleValue)
        .filter(loss -> !Double.isNaN(loss))
        .min()
        .orElse(Double.NaN);
  }

  private Pace pace() {
    return new Pace(warmUpSteps, interval);
  }
}
