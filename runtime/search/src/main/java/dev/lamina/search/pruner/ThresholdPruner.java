package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalDouble;

/**
 * Ends a trial whose objective, as it is reported, leaves a range. A report that is not finite ends
 * the trial in any case.
 *
 * @param lower below what a trial ends; none by default
 * @param upper above what a trial ends; none by default
 * @param warmUpSteps after how many steps the first trial may be ended; 0 by default
 * @param interval how many steps there are from one look to the next; 1 by default
 */
public record ThresholdPruner(
    OptionalDouble lower, OptionalDouble upper, int warmUpSteps, int interval) implements Pruner {

  /** With every option at its default. */
  public ThresholdPruner() {
    this(
        OptionalDouble.empty(), OptionalDouble.empty(), new Pace().warmUp(), new Pace().interval());
  }

  /** Checks the numbers. */
  public ThresholdPruner {
    lower.ifPresent(bound -> checkBound("lower", bound));
    upper.ifPresent(bound -> checkBound("upper", bound));
    if (lower.isPresent() && upper.isPresent()) {
      double least = lower.getAsDouble();
      double most = upper.getAsDouble();
      Requirement.of("upper", most)
          .that(
              least <= most,
              "bound",
              "at least " + Code.literal(least) + ", the lower one,",
              most,
              "exchange both");
    }
    Pace.check(warmUpSteps, interval);
  }

  private static void checkBound(String option, double bound) {
    Requirement.of(option, bound).finite("bound", bound, "give a number such as 0.5");
  }

  /** The same pruner that ends trials whose objective is below this. */
  public ThresholdPruner lower(double bound) {
    return new ThresholdPruner(OptionalDouble.of(bound), upper, warmUpSteps, interval);
  }

  /** The same pruner that ends trials whose objective is above this. */
  public ThresholdPruner upper(double bound) {
    return new ThresholdPruner(lower, OptionalDouble.of(bound), warmUpSteps, interval);
  }

  /** The same pruner that ends no trial in its first steps. */
  public ThresholdPruner warmUpSteps(int steps) {
    return new ThresholdPruner(lower, upper, steps, interval);
  }

  /** The same pruner that looks at a trial once in so many steps. */
  public ThresholdPruner interval(int steps) {
    return new ThresholdPruner(lower, upper, warmUpSteps, steps);
  }

  @Override
  public boolean prunes(Progress progress) {
    double value = progress.goal() == Goal.MINIMIZE ? progress.loss() : -progress.loss();
    if (!Double.isFinite(value)) {
      return true;
    }
    boolean isOutside =
        value < lower.orElse(Double.NEGATIVE_INFINITY)
            || value > upper.orElse(Double.POSITIVE_INFINITY);
    return isOutside && new Pace(warmUpSteps, interval).isDue(progress);
  }

  /** It compares with nobody. */
  @Override
  public int visible(int trial, int window) {
    return 0;
  }

  @Override
  public String toString() {
    Code code =
        Code.call("thresholdPruner")
            .thenIf(lower.isPresent(), "lower", boxed(lower))
            .thenIf(upper.isPresent(), "upper", boxed(upper));
    return new Pace(warmUpSteps, interval).appendTo(code).toString();
  }

  private static Object[] boxed(OptionalDouble bound) {
    return bound.stream().boxed().toArray();
  }
}
